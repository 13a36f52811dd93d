package io.blendify.api.page;

import io.blendify.api.imports.ImportView;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file and what became of it.
 *
 * @param state {@code done}, {@code running}, {@code waiting} or {@code trouble}
 * @param percent 0 to 100 of the reading that goes on; null where nothing is read
 * @param format what it turned out to be; empty until that is known
 * @param summary of what was skipped; empty where nothing was
 */
public record ImportCard(
    String id,
    String fileName,
    String size,
    String format,
    String state,
    String words,
    @Nullable Integer percent,
    List<Taken> taken,
    List<Skipped> skipped,
    String summary,
    When uploaded) {

  /** How much of one resource the file held, and how much of that was new. */
  public record Taken(String name, String held, String added) {}

  /** Entries that were passed over for one reason; some of the places where they stand. */
  public record Skipped(String words, List<String> places, boolean more) {}

  /** Whether the page should look again soon. */
  public boolean isRunning() {
    return state.equals("running");
  }

  static ImportCard of(ImportView file, Instant now) {
    var skipped = Json.elements(file.skipped()).stream().map(ImportCard::skipped).toList();
    return new ImportCard(
        file.id().toString(),
        file.fileName(),
        Words.size(file.sizeBytes()),
        Words.format(file.format()),
        state(file.status()),
        words(file),
        isRead(file) ? (int) (100 * file.bytesRead() / Math.max(1, file.sizeBytes())) : null,
        taken(file),
        skipped,
        Words.joined(skipped.stream().map(Skipped::words).toList()),
        When.of(file.createdAt(), now));
  }

  private static String state(String status) {
    return switch (status) {
      case "completed" -> "done";
      case "refused", "failed" -> "trouble";
      case "waiting_for_file" -> "waiting";
      default -> "running";
    };
  }

  private static boolean isRead(ImportView file) {
    return file.status().equals("checking") || file.status().equals("importing");
  }

  private static String words(ImportView file) {
    var progress =
        Words.size(file.bytesRead()) + " of " + Words.size(file.sizeBytes()) + " are read.";
    return switch (file.status()) {
      case "waiting_for_file" -> "The upload did not finish. Choose the file again.";
      case "queued" -> "It is here, and waits for its turn.";
      case "checking" -> "Being checked: " + progress;
      case "importing" -> "Being imported: " + progress;
      case "completed" -> "Imported.";
      case "refused" -> "Nothing was taken from it. " + detail(file);
      default -> "It could not be finished. " + detail(file);
    };
  }

  private static String detail(ImportView file) {
    return file.detail() == null ? "" : file.detail();
  }

  private static List<Taken> taken(ImportView file) {
    var taken = new ArrayList<Taken>();
    for (var entry : file.taken().entries()) {
      var resource = entry.getKey();
      var added = file.added().get(resource);
      long count = added == null ? 0 : added.getLongValue();
      taken.add(
          new Taken(
              Words.resource(resource),
              Words.entries(resource, entry.getValue().getLongValue()),
              Words.count(count)));
    }
    return taken;
  }

  private static Skipped skipped(JsonNode node) {
    var places = Json.texts(node.get("places"));
    long count = (long) Json.number(node, "count");
    return new Skipped(words(Json.text(node, "reason"), count), places, count > places.size());
  }

  /** How many of what, and why that is no part of a library. */
  private static String words(String reason, long count) {
    var entries = count == 1 ? "1 entry" : Words.count(count) + " entries";
    return switch (reason) {
      case "podcast" -> Words.many(count, "podcast episode");
      case "audiobook" -> Words.many(count, "audiobook chapter");
      case "too_short" -> Words.many(count, "play") + " of less than 30 seconds";
      case "private_session" -> Words.many(count, "play") + " in private sessions";
      case "no_track" -> entries + " without a track";
      case "no_time" -> Words.many(count, "play") + " without a time";
      case "too_long" -> entries + " beyond the 50,000 places of a playlist";
      case "unreadable" -> entries + " that cannot be read";
      case "unsupported_entry" -> Words.many(count, "other file") + " in the zip";
      default -> entries + ": " + reason.replace('_', ' ');
    };
  }
}
