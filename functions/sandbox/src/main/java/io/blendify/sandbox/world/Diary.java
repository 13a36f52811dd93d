package io.blendify.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person ever did to their library, in the order of time. It is written on demand, day
 * after day; a day depends on nothing but the seed and the days before it, so it does not matter
 * when it is asked for.
 */
final class Diary {

  private final Person person;
  private final @Nullable DiaryWriter writer;
  private final List<Change> changes;
  private final Library written;
  private LocalDate next = LocalDate.ofInstant(World.BEGINNING, ZoneOffset.UTC);

  /**
   * @param writer null for somebody who never does anything
   */
  Diary(Person person, @Nullable DiaryWriter writer) {
    this.person = person;
    this.writer = writer;
    this.changes = new ArrayList<>(writer == null ? List.of() : writer.past());
    this.written = new Library(person);
    changes.forEach(written::apply);
  }

  /** The library at the instant, with everything that happened up to and at it. */
  synchronized Library at(Instant instant) {
    writeUntil(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    var library = new Library(person);
    for (var change : changes) {
      if (change.at().isAfter(instant)) {
        break;
      }
      library.apply(change);
    }
    return library;
  }

  private void writeUntil(LocalDate day) {
    for (; writer != null && !next.isAfter(day); next = next.plusDays(1)) {
      changes.addAll(writer.day(next, written));
    }
  }
}
