package io.blendify.bench;

import io.blendify.bench.api.ApiFigure;
import io.blendify.bench.blend.BlendFigure;
import io.blendify.bench.blend.ReadFigure;
import io.blendify.bench.cold.ColdFigure;
import io.blendify.bench.cold.PackageFigure;
import io.blendify.bench.sync.Fanout;
import io.blendify.bench.sync.Flat;
import io.blendify.bench.sync.Ingest;
import io.blendify.bench.sync.Resync;
import io.blendify.bench.sync.Storage;
import java.util.List;

/** All that can be measured, in the order in which it is. */
final class Figures {

  static final List<Figure> ALL =
      List.of(
          new Ingest(),
          new Resync(),
          new Storage(),
          new Fanout(),
          new Flat(),
          new ReadFigure(),
          new BlendFigure(),
          new ColdFigure(),
          new PackageFigure(),
          new ApiFigure());

  private Figures() {}
}
