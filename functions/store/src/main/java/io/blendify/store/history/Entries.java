package io.blendify.store.history;

import io.blendify.store.SqlArray;
import io.blendify.store.catalog.ItemVersion;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All entries of a run: those in memory, and those that were put aside in {@code sync_pages}
 * before. In SQL they are the one table that {@code sync_entries} answers.
 *
 * @param jobId whose entries were put aside
 */
public record Entries(UUID jobId, List<Entry> inMemory) {

  public Entries {
    inMemory = List.copyOf(inMemory);
  }

  /** Binds the seven arguments of {@code sync_entries}; the answer is the next index. */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    statement.setObject(from, jobId);
    return bindColumns(statement, from + 1);
  }

  /** Binds the entries in memory as six arrays; the answer is the next index. */
  private int bindColumns(PreparedStatement statement, int from) throws SQLException {
    SqlArray.integer(statement, from, inMemory.stream().map(Entry::place).toList());
    return bindThings(statement, from + 1);
  }

  /** Binds the entries in memory as five arrays, without places; the answer is the next index. */
  public int bindThings(PreparedStatement statement, int from) throws SQLException {
    SqlArray.bigint(statement, from, inMemory.stream().map(e -> itemId(e.item())).toList());
    SqlArray.bigint(statement, from + 1, inMemory.stream().map(e -> versionId(e.item())).toList());
    SqlArray.timestamptz(statement, from + 2, inMemory.stream().map(Entry::since).toList());
    SqlArray.text(statement, from + 3, inMemory.stream().map(Entry::addedBy).toList());
    SqlArray.text(statement, from + 4, inMemory.stream().map(Entry::providerVersion).toList());
    return from + 5;
  }

  private static @Nullable Long itemId(@Nullable ItemVersion item) {
    return item == null ? null : item.itemId();
  }

  private static @Nullable Long versionId(@Nullable ItemVersion item) {
    return item == null ? null : item.versionId();
  }
}
