package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.sync.Resource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;

/**
 * A ListenBrainz export: listens as JSON lines, one file for each month, or as one array in older
 * ones. {@code listened_at} is when the track began. {@code feedback.jsonl} names loved recordings
 * by id only, so their words are looked up in the listens, for which the file is read again.
 */
@Singleton
final class ListenBrainzExport implements Format {

  @Override
  public FileFormat format() {
    return FileFormat.LISTENBRAINZ;
  }

  @Override
  public boolean recognises(Sample sample) {
    return isListens(sample) || isFeedback(sample);
  }

  private static boolean isListens(Sample sample) {
    return (sample.startsWith('{') || sample.startsWith('['))
        && sample.hasMembers("listened_at", "track_metadata");
  }

  private static boolean isFeedback(Sample sample) {
    return sample.startsWith('{') && sample.hasMembers("score", "recording_msid");
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    if (isFeedback(part.sample())) {
      Lines.each(
          part,
          findings,
          (line, number) -> LovedRecordings.of(findings).add(entry(line, number), part, number));
    } else {
      listens(part, findings, entry -> findings.play(play(entry)));
    }
  }

  @Override
  public boolean asksAgain(Findings findings) {
    return !LovedRecordings.of(findings).isEmpty();
  }

  @Override
  public void readAgain(Part part, Findings findings) throws IOException {
    if (isListens(part.sample())) {
      listens(part, new Findings(Nowhere.SINK), entry -> love(entry, findings));
    }
  }

  @Override
  public void finish(Findings findings) {
    LovedRecordings.of(findings).unknown().forEach(place -> findings.skip(Skip.NO_TRACK, place));
  }

  private interface Taker {
    void take(Entry listen) throws Skip;
  }

  private static void listens(Part part, Findings findings, Taker taker) throws IOException {
    if (part.sample().startsWith('[')) {
      JsonPart.each(part, Set.of(), findings, json -> taker.take(Entry.of(json)));
    } else {
      Lines.each(part, findings, (line, number) -> taker.take(entry(line, number)));
    }
  }

  private static Entry entry(String line, long number) throws Skip {
    return Entry.of(new JsonRecord("", number, number, line));
  }

  private static Played play(Entry listen) throws Skip {
    var listenedAt = Times.of(listen.required("listened_at"));
    return new Played(Listened.of(listen).track(), listenedAt, null, null, null);
  }

  private static void love(Entry listen, Findings findings) throws Skip {
    var listened = Listened.of(listen);
    var since = LovedRecordings.of(findings).take(listened);
    if (since.isPresent()) {
      findings.member(Resource.SAVED_TRACKS, new Member(listened.track(), since.get().at()));
    }
  }
}
