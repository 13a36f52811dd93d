package io.blendify.providers.file;

import io.blendify.core.file.FileSink;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was delivered. */
final class RecordedSink implements FileSink {

  final List<Played> plays = new ArrayList<>();
  final Map<Resource, List<Member>> members = new LinkedHashMap<>();
  final Map<Playlist, List<Placed>> playlists = new LinkedHashMap<>();

  @Override
  public void play(Played play) {
    plays.add(play);
  }

  @Override
  public void member(Resource resource, Member member) {
    members.computeIfAbsent(resource, _ -> new ArrayList<>()).add(member);
  }

  @Override
  public void playlist(Playlist head, List<Placed> content) {
    playlists.put(head, List.copyOf(content));
  }
}
