package io.blendify.providers.file;

/** One entry that is not imported, for a reason that is counted. Reading goes on after it. */
final class Skip extends Exception {

  private static final long serialVersionUID = 1L;

  static final String PODCAST = "podcast";
  static final String AUDIOBOOK = "audiobook";
  static final String TOO_SHORT = "too_short";
  static final String UNREADABLE = "unreadable";
  static final String NO_TRACK = "no_track";
  static final String NO_TIME = "no_time";
  static final String PRIVATE_SESSION = "private_session";
  static final String TOO_LONG = "too_long";
  static final String UNSUPPORTED_ENTRY = "unsupported_entry";

  private final String reason;

  Skip(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
