package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HistoryProperties {

  @Property(tries = 60)
  void noOrderAndNoRepetitionMakesOtherPlays(
      @ForAll("entries") List<String> entries, @ForAll long seed) {
    var random = new Random(seed);
    var shuffled = new ArrayList<>(entries);
    entries.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    var cut = random.nextInt(shuffled.size() + 1);
    var zip =
        Zips.with("endsong_0.json", history(shuffled.subList(0, cut)))
            .and("endsong_1.json", history(shuffled.subList(cut, shuffled.size())))
            .and("endsong_2.json", history(entries));
    var one = Imported.text("h.json", history(entries));
    assertThat(plays(Imported.of(zip.file()))).isEqualTo(plays(one));
  }

  @Property(tries = 60)
  void theSameCallsComeInTheSameOrderEachTime(@ForAll("entries") List<String> entries) {
    var file = MemoryFile.text("h.json", history(entries));
    assertThat(Imported.of(file).sink().plays).isEqualTo(Imported.of(file).sink().plays);
  }

  @Property(tries = 200)
  void noDamageToOneEntryCostsAnotherOne(
      @ForAll("entries") List<String> entries, @ForAll long seed) {
    var random = new Random(seed);
    var at = random.nextInt(entries.size());
    var broken =
        entries.get(at).replaceAll("\"ms_played\": \\d+", "\"ms_played\": " + junk(random));
    var damaged = new ArrayList<>(entries);
    damaged.set(at, broken);
    var without = new ArrayList<>(entries);
    without.remove(at);
    var imported = Imported.text("h.json", "[\n" + String.join(",\n", damaged) + "\n]");
    if (!without.isEmpty()) {
      assertThat(plays(imported)).isEqualTo(plays(Imported.text("h.json", history(without))));
    }
    assertThat(imported.skipped("unreadable").places())
        .anyMatch(p -> p.endsWith("entry " + (at + 1)));
  }

  private static String junk(Random random) {
    var junk = List.of("", "x", "1 2", "\"", "[1", "{\"a\": 1", "--1", "{}", "[[]]", "\"\\\"");
    return junk.get(random.nextInt(junk.size()));
  }

  @Provide
  Arbitrary<List<String>> entries() {
    var times = Arbitraries.integers().between(0, 40).map("2024-05-01T10:%02d:00Z"::formatted);
    var tracks = Arbitraries.integers().between(0, 5);
    var lengths = Arbitraries.of(0L, 29_999L, 30_000L, 240_000L);
    return Combinators.combine(times, tracks, lengths)
        .as(
            (time, track, length) ->
                Exports.entry(time, length, "Song " + track, "1aaaaaaaaaaaaaaaaaaaa" + track))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static String history(List<String> entries) {
    // A file without entries has no format; what is too short to be a play gives it one.
    var all = new ArrayList<>(entries);
    all.add(Exports.entry("2024-05-01T09:00:00Z", 1, "Nothing", "1zzzzzzzzzzzzzzzzzzzzz"));
    return Exports.history(all.toArray(String[]::new));
  }

  /** As the table's natural key tells them apart. */
  private static Set<String> plays(Imported imported) {
    return imported.sink().plays.stream()
        .map(play -> play.playedAt() + " " + play.track().key())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
