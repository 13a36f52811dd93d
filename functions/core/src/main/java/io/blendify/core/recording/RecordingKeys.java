package io.blendify.core.recording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts under which a recording is kept and found again.
 *
 * <p>Two items meet by title when core and edition agree and the main artist of one is credited on
 * the other: "X feat. Y" meets "Y" and "X", but two songs with the same guest do not meet. So a
 * recording is kept under its main artist and, marked as such, under its guests.
 *
 * @param isrc null where the item has none
 * @param kept under which titles the recording can be found
 * @param sought under which titles it may already be known
 */
public record RecordingKeys(@Nullable String isrc, List<String> kept, List<String> sought) {

  /** Difference up to which two durations are those of one recording: milliseconds. */
  public static final int TOLERANCE_MS = 4_000;

  /** Of these rules. Evidence says by which it was found. */
  public static final int VERSION = 1;

  private static final int MOST_GUESTS = 8;

  public RecordingKeys {
    kept = List.copyOf(kept);
    sought = List.copyOf(sought);
  }

  public static RecordingKeys of(Claim claim) {
    var isrc = claim.isrc() == null ? null : "isrc:" + claim.isrc();
    var title = Title.of(claim.title());
    var artists = credited(claim, title);
    if (artists.isEmpty() || title.core().isEmpty()) {
      return new RecordingKeys(isrc, List.of(), List.of());
    }
    return byTitle(isrc, title.core() + "|" + title.edition() + "|", artists);
  }

  private static RecordingKeys byTitle(@Nullable String isrc, String title, List<String> artists) {
    var main = "main:" + title + artists.getFirst();
    var kept = new ArrayList<>(List.of(main));
    var sought = new ArrayList<>(List.of(main, "guest:" + title + artists.getFirst()));
    for (var guest : artists.subList(1, artists.size())) {
      kept.add("guest:" + title + guest);
      sought.add("main:" + title + guest);
    }
    return new RecordingKeys(isrc, kept, sought);
  }

  private static List<String> credited(Claim claim, Title title) {
    Set<String> names = new LinkedHashSet<>();
    claim.artists().forEach(name -> names.add(Folded.of(Names.withoutGuests(name))));
    claim.artists().stream().flatMap(name -> guestsIn(name).stream()).forEach(names::add);
    if (!names.isEmpty()) {
      names.addAll(title.guests());
    }
    names.remove("");
    return names.stream().limit(1 + MOST_GUESTS).toList();
  }

  private static List<String> guestsIn(String name) {
    var main = Names.withoutGuests(name);
    return main.length() == name.length() ? List.of() : Names.split(name.substring(main.length()));
  }

  /**
   * Whether the two durations can be those of one recording. An unknown one speaks against none.
   */
  public static boolean near(@Nullable Integer a, @Nullable Integer b) {
    return a == null || b == null || Math.abs(a - b) <= TOLERANCE_MS;
  }

  /** Whether two items are one recording, by themselves. */
  public static boolean same(Claim a, Claim b) {
    var first = of(a);
    var second = of(b);
    if (first.isrc() != null && first.isrc().equals(second.isrc())) {
      return true;
    }
    return near(a.durationMs(), b.durationMs())
        && first.kept().stream().anyMatch(second.sought()::contains);
  }
}
