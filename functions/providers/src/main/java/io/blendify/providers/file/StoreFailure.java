package io.blendify.providers.file;

import java.io.IOException;

/** The store could not be read, which says nothing about the file. */
final class StoreFailure extends IOException {

  private static final long serialVersionUID = 1L;

  StoreFailure(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
