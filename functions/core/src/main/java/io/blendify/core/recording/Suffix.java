package io.blendify.core.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in brackets or after a dash and is no part of the song's name.
 *
 * @param edition empty where it does not make another recording: remaster, deluxe, featuring
 */
record Suffix(String edition, List<String> guests) {

  private static final Pattern GUESTS =
      Pattern.compile("^\\s*(?:feat\\.?|ft\\.?|featuring)\\s+(\\S.*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITH =
      Pattern.compile("^\\s*(?:with|w/)\\s+(\\S.*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM =
      Pattern.compile(
          "^(?:from|music from|theme from|taken from|ost|original (?:motion picture )?soundtrack)\\b.*");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d|\\d+(?:st|nd|rd|th)");

  /** Any of these makes another recording. */
  private static final Set<String> EDITIONS =
      Set.of(
          "live",
          "remix",
          "remixed",
          "rmx",
          "mix",
          "instrumental",
          "acoustic",
          "demo",
          "edit",
          "karaoke",
          "cover",
          "acapella",
          "cappella",
          "unplugged",
          "session",
          "sessions",
          "orchestral",
          "symphonic",
          "piano",
          "stripped",
          "slowed",
          "sped",
          "nightcore",
          "reprise",
          "extended",
          "dub",
          "bootleg",
          "rework",
          "reworked",
          "vip",
          "alternate",
          "alternative",
          "take",
          "rehearsal",
          "outtake",
          "mashup",
          "flip",
          "8d",
          "lofi",
          "version",
          "recorded",
          "rerecorded",
          "concert",
          "reverb",
          "chopped",
          "screwed",
          "club",
          "12",
          "7");

  /** These say how it was published, not what was played. */
  private static final Set<String> PUBLISHING =
      Set.of(
          "remaster",
          "remastered",
          "remasterizado",
          "deluxe",
          "anniversary",
          "expanded",
          "edition",
          "bonus",
          "track",
          "reissue",
          "explicit",
          "clean",
          "mono",
          "stereo",
          "digital",
          "digitally",
          "album",
          "single",
          "original",
          "official",
          "audio",
          "video",
          "lyric",
          "lyrics",
          "hd",
          "hq",
          "4k",
          "ep",
          "lp",
          "version",
          "mix",
          "music",
          "the",
          "new",
          "2",
          "cd",
          "special",
          "super",
          "visualizer");

  /** Of the publishing words, those that need one of the others beside them. */
  private static final Set<String> FILLING =
      Set.of(
          "the", "new", "2", "track", "music", "mix", "album", "single", "version", "special",
          "super");

  private static final Set<String> PUBLISHING_PAIRS =
      Set.of(
          "album version",
          "single version",
          "album mix",
          "original mix",
          "stereo mix",
          "mono mix",
          "original version",
          "mono version",
          "stereo version",
          "explicit version",
          "clean version",
          "single mix",
          "lp version",
          "ep version",
          "album edit",
          "explicit album version");

  /** Null where the text belongs to the song's name. */
  static @Nullable Suffix of(String text, boolean bracketed) {
    var guests = GUESTS.matcher(text);
    if (guests.matches()) {
      return new Suffix("", Names.split(guests.group(1)));
    }
    var with = WITH.matcher(text);
    if (bracketed && with.matches()) {
      return new Suffix("", Names.split(with.group(1)));
    }
    var folded = Folded.of(text);
    return folded.isEmpty() ? null : known(folded);
  }

  private static @Nullable Suffix known(String folded) {
    if (isPublishing(folded) || FROM.matcher(folded).matches()) {
      return new Suffix("", List.of());
    }
    var words = Arrays.asList(folded.split(" "));
    return words.stream().anyMatch(EDITIONS::contains)
        ? new Suffix(edition(words), List.of())
        : null;
  }

  private static boolean isPublishing(String folded) {
    if (PUBLISHING_PAIRS.contains(folded)) {
      return true;
    }
    var words = Arrays.asList(folded.split(" "));
    return words.stream().allMatch(word -> PUBLISHING.contains(word) || isYear(word))
        && words.stream().anyMatch(word -> PUBLISHING.contains(word) && !FILLING.contains(word));
  }

  private static boolean isYear(String word) {
    return YEAR.matcher(word).matches();
  }

  /** Without the words of publishing that may stand beside it: "Live / Remastered 2009". */
  private static String edition(List<String> words) {
    return words.stream()
        .filter(word -> !REMASTER.contains(word))
        .map(word -> word.equals("remixed") || word.equals("rmx") ? "remix" : word)
        .collect(Collectors.joining(" "));
  }

  private static final Set<String> REMASTER = Set.of("remaster", "remastered", "version", "the");
}
