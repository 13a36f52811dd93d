package io.blendify.core.file;

import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.util.List;

/** Takes what a file holds, as it is read. Every method may be called many times. */
public interface FileSink {

  void play(Played play);

  /**
   * One saved or followed item.
   *
   * @param resource one of the set-shaped ones, but not {@link Resource#PLAYLISTS}
   */
  void member(Resource resource, Member member);

  /** A whole playlist with its content in order, at most 50,000 places. */
  void playlist(Playlist head, List<Placed> content);
}
