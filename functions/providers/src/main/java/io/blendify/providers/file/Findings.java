package io.blendify.providers.file;

import io.blendify.core.file.FileSink;
import io.blendify.core.file.FileVerdict.Skipped;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What one reading of a file brought: counted here, delivered to whoever takes it. */
final class Findings {

  private static final int PLACES = 100;

  private final FileSink sink;
  private final Map<Resource, Long> taken = new EnumMap<>(Resource.class);
  private final Map<String, Reason> skipped = new TreeMap<>();
  private final Map<Class<?>, Object> notes = new HashMap<>();

  Findings(FileSink sink) {
    this.sink = sink;
  }

  void play(Played play) {
    count(Resource.RECENTLY_PLAYED, 1);
    sink.play(play);
  }

  void member(Resource resource, Member member) {
    count(resource, 1);
    sink.member(resource, member);
  }

  void playlist(Playlist head, List<Placed> content) {
    count(Resource.PLAYLISTS, 1);
    count(Resource.PLAYLIST_TRACKS, content.size());
    sink.playlist(head, content);
  }

  void skip(String reason, String place) {
    skipped.computeIfAbsent(reason, _ -> new Reason()).add(place);
  }

  /** What a format remembers while this file is read; made at the first call. */
  <T> T notes(Class<T> type, Supplier<T> first) {
    return type.cast(notes.computeIfAbsent(type, _ -> first.get()));
  }

  Map<String, Long> taken() {
    return taken.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().label(), Map.Entry::getValue));
  }

  List<Skipped> skipped() {
    return skipped.entrySet().stream()
        .map(e -> new Skipped(e.getKey(), e.getValue().count, e.getValue().places))
        .toList();
  }

  private void count(Resource resource, long more) {
    taken.merge(resource, more, Long::sum);
  }

  private static final class Reason {
    private final List<String> places = new ArrayList<>();
    private long count;

    private void add(String place) {
      count++;
      if (places.size() < PLACES) {
        places.add(place);
      }
    }
  }
}
