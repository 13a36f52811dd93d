package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.file.FileProgress;
import io.blendify.core.file.FileSink;
import io.blendify.core.file.FileVerdict;
import io.blendify.core.file.StoredFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one file: each part goes to the format that recognises it. */
final class Reading {

  private final Upload upload;
  private final List<Format> formats;
  private final Findings findings;
  private final Map<FileFormat, Integer> parts = new EnumMap<>(FileFormat.class);

  Reading(StoredFile file, List<Format> formats, FileLimits limits, FileSink sink) {
    this.upload = new Upload(file, limits);
    this.formats = formats;
    this.findings = new Findings(sink);
  }

  Reading run(FileProgress progress) throws IOException {
    upload.parts(this::read, progress);
    if (parts.isEmpty()) {
      throw new Refusal("unknown_format", "This is none of the exports that can be imported.");
    }
    if (formats.stream().anyMatch(format -> format.asksAgain(findings))) {
      upload.parts(this::readAgain, progress);
    }
    formats.forEach(format -> format.finish(findings));
    return this;
  }

  /** Named after the format most of its parts have. */
  FileVerdict verdict() {
    var most = parts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new FileVerdict.Accepted(most, findings.taken(), findings.skipped());
  }

  private void read(Part part) throws IOException {
    var format = recognise(part);
    if (format == null) {
      findings.skip(Skip.UNSUPPORTED_ENTRY, part.display());
      return;
    }
    parts.merge(format.format(), 1, Integer::sum);
    naming(part, () -> format.read(part, findings));
  }

  private void readAgain(Part part) throws IOException {
    var format = recognise(part);
    if (format != null) {
      naming(part, () -> format.readAgain(part, findings));
    }
  }

  private @Nullable Format recognise(Part part) throws Refusal {
    if (part.looksLikeText() && part.sample().encoding() != Sample.Encoding.BINARY) {
      part.refuseWhatIsNoText();
    }
    return formats.stream()
        .filter(format -> format.recognises(part.sample()))
        .findFirst()
        .orElse(null);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void naming(Part part, Step step) throws IOException {
    try {
      step.run();
    } catch (CharacterCodingException _) {
      throw Refusal.encoding(part.display(), "no valid UTF-8");
    }
  }
}
