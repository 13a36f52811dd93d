package io.blendify.providers.file;

import java.io.IOException;

/** Takes the parts of an upload one after the other; what it leaves unread is passed over. */
@FunctionalInterface
interface PartReader {

  void part(Part part) throws IOException;
}
