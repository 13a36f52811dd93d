package io.blendify.sandbox.http;

import java.util.regex.Pattern;

/** A path in which {@code *} stands for one segment and {@code **} for anything. */
public final class PathPattern {

  private final String text;
  private final Pattern pattern;

  private PathPattern(String text) {
    this.text = text;
    this.pattern =
        Pattern.compile(
            Pattern.quote(text)
                .replace("**", "\\E.\0\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace("\0", "*"));
  }

  public static PathPattern of(String text) {
    return new PathPattern(text);
  }

  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
