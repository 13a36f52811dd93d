package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import java.io.IOException;

/**
 * One kind of text that can be imported. To add a format is to add a bean of this type; which one a
 * text is for, its content decides, so no two may recognise the same. Formats keep no state: what
 * one must remember while a file is read, it keeps in {@link Findings#notes}.
 */
interface Format {

  FileFormat format();

  boolean recognises(Sample sample);

  /** Delivers what the part holds. One bad entry is a skip; a {@link Refusal} ends it all. */
  void read(Part part, Findings findings) throws IOException;

  /** Whether the file must be read once more from its start, when it was read to its end. */
  default boolean asksAgain(Findings findings) {
    return false;
  }

  /** Delivers, the second time, what only the whole file could tell. */
  default void readAgain(Part part, Findings findings) throws IOException {}

  /** The file was read as often as was asked for. */
  default void finish(Findings findings) {}
}
