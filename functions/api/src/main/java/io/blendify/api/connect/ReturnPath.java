package io.blendify.api.connect;

import io.blendify.api.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a person goes on after a detour: a path of ours, never another site. */
public final class ReturnPath {
  private static final String HOME = "/home";
  private static final int MAX_LENGTH = 512;

  private ReturnPath() {}

  /**
   * The path itself where it is one of ours; home where none is given.
   *
   * @throws ProblemException 400 for anything else
   */
  public static String of(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return HOME;
    }
    if (!isOurs(given)) {
      throw ProblemException.invalid("return_to", "must be a path of this site");
    }
    return given;
  }

  /** Browsers take a backslash for a slash, and two slashes for the start of a host. */
  private static boolean isOurs(String path) {
    if (path.length() > MAX_LENGTH
        || !path.startsWith("/")
        || path.startsWith("//")
        || path.indexOf('\\') >= 0
        || path.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    try {
      var uri = new URI(path);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
