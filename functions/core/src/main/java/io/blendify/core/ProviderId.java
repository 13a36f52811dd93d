package io.blendify.core;

import java.util.regex.Pattern;

/**
 * The name of a source of music data, as it stands in URLs, in JSON and in the database.
 *
 * <p>It wraps a name and is no enum: a new provider edits no list.
 *
 * @param value lower-case letters and digits, starting with a letter, at most 20: {@code spotify}
 */
public record ProviderId(String value) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");

  /** The provider of everything that came from a file which a person uploaded. */
  public static final ProviderId FILE = new ProviderId("file");

  public ProviderId {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("not a provider name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
