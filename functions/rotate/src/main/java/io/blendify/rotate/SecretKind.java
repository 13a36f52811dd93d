package io.blendify.rotate;

import io.blendify.core.secret.SecretVersion;
import java.util.Optional;

/** What a secret is for, and so what its rotation means. Every call may be repeated. */
interface SecretKind {

  /** Where the vault keeps it; empty where this installation has none of this kind. */
  Optional<String> arn();

  /**
   * Whether a rotation puts to use what this version only holds ready, so that everybody must have
   * read it by then.
   */
  boolean mustSettle(String current);

  /** What is to count next. */
  String next(String current);

  /**
   * Has it counted where it is used, besides in the vault.
   *
   * @param previous what counted before the current one
   */
  default void set(
      SecretVersion current, SecretVersion pending, Optional<SecretVersion> previous) {}

  /** Throws IllegalStateException where it could not be used in place of the current one. */
  void test(String current, String pending);
}
