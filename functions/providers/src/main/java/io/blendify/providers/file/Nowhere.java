package io.blendify.providers.file;

import io.blendify.core.file.FileSink;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.util.List;

/** Where an inspection delivers. */
enum Nowhere implements FileSink {
  SINK;

  @Override
  public void play(Played play) {}

  @Override
  public void member(Resource resource, Member member) {}

  @Override
  public void playlist(Playlist head, List<Placed> content) {}
}
