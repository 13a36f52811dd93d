package io.blendify.core.secret;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vault as who rotates its secrets sees it. Every call may be repeated. */
public interface RotatingVault extends SecretVault {

  /**
   * @param rotates whether somebody is to rotate it
   * @param rotatedAt when a rotation last ended; null where none did
   * @param stages labels of each version that has one
   */
  record Rotation(boolean rotates, @Nullable Instant rotatedAt, Map<String, Set<String>> stages) {
    public Rotation {
      stages = Map.copyOf(stages);
    }

    public boolean has(String version, SecretStage stage) {
      return stages.getOrDefault(version, Set.of()).contains(stage.label());
    }

    /** The version that counts; empty where none does. */
    public Optional<String> current() {
      return stages.keySet().stream()
          .filter(version -> has(version, SecretStage.CURRENT))
          .findFirst();
    }
  }

  Rotation rotation(String id);

  /** That version, where it is at that stage and has a value. */
  Optional<SecretVersion> find(String id, SecretStage stage, String version);

  /** Stores a version that does not count yet. */
  void storePending(String id, String version, String value);

  /** From now on that version counts, and no longer the other one, which counted until now. */
  void makeCurrent(String id, String version, String before);
}
