package io.blendify.core.secret;

/** What a version is for. At most one version of a secret is at each stage. */
public enum SecretStage {
  /** Counts. */
  CURRENT("AWSCURRENT"),
  /** Counted before that one. */
  PREVIOUS("AWSPREVIOUS"),
  /** Is about to count. */
  PENDING("AWSPENDING");

  private final String label;

  SecretStage(String label) {
    this.label = label;
  }

  /** As Secrets Manager writes it. */
  public String label() {
    return label;
  }
}
