package io.blendify.providers.file;

import java.io.IOException;
import java.util.Set;

/** Goes through the entries of a JSON part, counting those that are passed over. */
final class JsonPart {

  /** Takes one entry. */
  @FunctionalInterface
  interface Taker {
    void take(JsonRecord json) throws Skip;
  }

  private JsonPart() {}

  /**
   * @param keys names of the arrays whose values are entries, besides an outermost array
   */
  static void each(Part part, Set<String> keys, Findings findings, Taker taker) throws IOException {
    var records = new JsonRecords(part.text(), part.display(), keys, part.maxRecordChars());
    for (var json = records.next(); json != null; json = records.next()) {
      try {
        taker.take(json);
      } catch (Skip skip) {
        findings.skip(skip.reason(), Place.entry(part, json));
      }
    }
  }
}
