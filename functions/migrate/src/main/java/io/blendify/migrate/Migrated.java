package io.blendify.migrate;

import java.util.List;

/**
 * What a migration did.
 *
 * @param applied the versions that were missing, in order; empty where nothing was
 * @param version the schema's version now
 */
public record Migrated(List<String> applied, String version) {
  public Migrated {
    applied = List.copyOf(applied);
  }
}
