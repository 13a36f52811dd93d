package io.blendify.core.file;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where uploaded files wait until they are imported. */
public interface FileStore {

  /**
   * An address to which the person's browser may PUT the bytes of one file, once.
   *
   * @param key the file's name in the store
   * @param size the exact number of bytes that will be accepted
   */
  URI uploadUrl(String key, long size, Duration validity);

  /**
   * The file under that key.
   *
   * @param name as the person named it
   * @return null where nothing was uploaded
   */
  @Nullable StoredFile find(String key, String name);

  /** Forgets the file; does nothing where there is none. */
  void delete(String key);
}
