package io.blendify.fetcher.imports;

import io.blendify.core.file.FileSink;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import io.blendify.store.imports.ImportBatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what a file delivers into batches. A resumed reading delivers all again from the start:
 * as many calls as were written before are passed over.
 */
final class Batches implements FileSink {

  /** Takes one batch and how many calls are written with it, counted from the file's start. */
  @FunctionalInterface
  interface Writer {
    void write(ImportBatch batch, long delivered);
  }

  private final long written;
  private final int size;
  private final Writer writer;
  private final List<Played> plays = new ArrayList<>();
  private final Map<Resource, List<Member>> members = new EnumMap<>(Resource.class);
  private final Map<Playlist, List<Placed>> contents = new LinkedHashMap<>();
  private long delivered;
  private int waiting;

  Batches(long written, int size, Writer writer) {
    this.written = written;
    this.size = size;
    this.writer = writer;
  }

  @Override
  public void play(Played play) {
    if (isNew()) {
      plays.add(play);
      waits(1);
    }
  }

  @Override
  public void member(Resource resource, Member member) {
    if (isNew()) {
      members.computeIfAbsent(resource, _ -> new ArrayList<>()).add(member);
      waits(1);
    }
  }

  @Override
  public void playlist(Playlist head, List<Placed> content) {
    if (isNew()) {
      contents.put(head, content);
      waits(1 + content.size());
    }
  }

  private boolean isNew() {
    return ++delivered > written;
  }

  private void waits(int more) {
    waiting += more;
    if (waiting >= size) {
      flush();
    }
  }

  /** Writes what waits. */
  void flush() {
    if (waiting > 0) {
      writer.write(new ImportBatch(plays, members, contents), delivered);
      plays.clear();
      members.clear();
      contents.clear();
      waiting = 0;
    }
  }

  /** How many calls there were, with those that were passed over. */
  long delivered() {
    return delivered;
  }
}
