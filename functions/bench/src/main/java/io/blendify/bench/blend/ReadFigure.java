package io.blendify.bench.blend;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.core.taste.PackedTaste;
import io.blendify.store.taste.TasteProfiles;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A participant's whole taste, loaded, against what the naive schema offers for the same end. */
public final class ReadFigure implements Figure {

  private static final int ROUNDS = 41;

  @Override
  public String name() {
    return "read";
  }

  @Override
  public String what() {
    return "one participant's taste loaded, against reading that person's rows in the naive schema"
        + " and against its overlap query";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result)
      throws SQLException, IOException {
    try (var crowd = new Crowd(say);
        var naive = crowd.naive();
        var own = crowd.database.asSuperuser()) {
      say.accept("the naive schema holds %d MB".formatted(naive.bytes() >> 20));
      var bare = new BareLoop(own);
      for (int tens = 0; tens < Crowd.ITEMS.length; tens++) {
        measure(crowd, bare, tens * 10, Crowd.ITEMS[tens], result);
      }
    }
  }

  private static void measure(
      Crowd crowd, BareLoop bare, int person, int items, Consumer<Measured> result)
      throws SQLException {
    var ours = new ArrayList<Double>();
    var rows = new ArrayList<Double>();
    var overlap = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(load(crowd, person));
      rows.add(bare.naive(List.of(Crowd.user(person))));
      overlap.add(bare.overlap(Crowd.user(person), Crowd.user(person + 1)));
    }
    double median = BlendFigure.median(ours);
    result.accept(Measured.times("read.of_" + items, median, "ms", BlendFigure.median(rows)));
    result.accept(
        Measured.times("read.overlap.of_" + items, median, "ms", BlendFigure.median(overlap)));
  }

  private static double load(Crowd crowd, int person) {
    long start = System.nanoTime();
    var user = Crowd.user(person);
    var stored = crowd.bean(TasteProfiles.class).find(List.of(user)).get(user);
    if (stored == null || PackedTaste.read(stored.packed()).isEmpty()) {
      throw new IllegalStateException("nobody's taste is empty here");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
