package io.blendify.core.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A track's title taken apart.
 *
 * @param core what the song is called, folded
 * @param edition what makes it another recording than the plain one, folded; empty for the plain
 *     one: {@code "live at wembley"}, {@code "four tet remix"}
 * @param guests the featured artists that the title names, folded
 */
public record Title(String core, String edition, List<String> guests) {

  private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)]");
  private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s");
  private static final Pattern BARE_GUESTS =
      Pattern.compile(
          "(?<=\\S)\\s+(?:feat\\.?|ft\\.|featuring)\\s+(\\S.*)$", Pattern.CASE_INSENSITIVE);

  public Title {
    guests = List.copyOf(guests);
  }

  /** Takes apart what a provider wrote. Never fails: what is not understood stays in the core. */
  public static Title of(String text) {
    var suffixes = new ArrayList<Suffix>();
    var bare = withoutDashes(withoutBrackets(text, suffixes), suffixes);
    bare = withoutBareGuests(bare, suffixes);
    if (bare.isBlank()) {
      return new Title(Folded.of(text), "", List.of());
    }
    return new Title(Folded.of(bare), edition(suffixes), guests(suffixes));
  }

  private static String withoutBrackets(String text, List<Suffix> suffixes) {
    Matcher matcher = BRACKET.matcher(text);
    var rest = new StringBuilder();
    while (matcher.find()) {
      var inner = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      var suffix = Suffix.of(inner, true);
      if (suffix != null) {
        suffixes.add(suffix);
      }
      matcher.appendReplacement(
          rest, suffix == null ? " " + Matcher.quoteReplacement(inner) + " " : " ");
    }
    return matcher.appendTail(rest).toString();
  }

  /** From the right, as long as the part after the last dash is a suffix that we know. */
  private static String withoutDashes(String text, List<Suffix> suffixes) {
    var rest = text;
    while (true) {
      int start = -1;
      int end = -1;
      for (Matcher dash = DASH.matcher(rest); dash.find(); ) {
        start = dash.start();
        end = dash.end();
      }
      var suffix = start <= 0 ? null : Suffix.of(rest.substring(end), false);
      if (suffix == null) {
        return rest;
      }
      suffixes.add(suffix);
      rest = rest.substring(0, start);
    }
  }

  private static String withoutBareGuests(String text, List<Suffix> suffixes) {
    Matcher matcher = BARE_GUESTS.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    suffixes.add(new Suffix("", Names.split(matcher.group(1))));
    return text.substring(0, matcher.start());
  }

  private static String edition(List<Suffix> suffixes) {
    return suffixes.stream()
        .map(Suffix::edition)
        .filter(edition -> !edition.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" + "));
  }

  private static List<String> guests(List<Suffix> suffixes) {
    return suffixes.stream().flatMap(suffix -> suffix.guests().stream()).distinct().toList();
  }
}
