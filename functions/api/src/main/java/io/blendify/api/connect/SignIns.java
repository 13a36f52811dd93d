package io.blendify.api.connect;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.core.ProviderId;
import io.blendify.core.provider.SignIn;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The providers at which a person can sign in here. */
@Singleton
public final class SignIns {

  private final List<SignIn> signIns;

  SignIns(List<SignIn> signIns) {
    this.signIns =
        signIns.stream().sorted(Comparator.comparing(s -> s.provider().value())).toList();
  }

  /** Their names, in a fixed order. */
  public List<String> providers() {
    return signIns.stream().map(signIn -> signIn.provider().value()).toList();
  }

  /**
   * @throws ProblemException 404 for a provider that is not there
   */
  SignIn of(String provider) {
    return signIns.stream()
        .filter(signIn -> signIn.provider().value().equals(provider))
        .findFirst()
        .orElseThrow(() -> unknown(provider));
  }

  static ProblemException unknown(String provider) {
    var name = provider.length() > 20 ? provider.substring(0, 20) : provider;
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "Accounts of \"" + name.replaceAll("[^a-z0-9]", "?") + "\" cannot be connected here.");
  }

  /**
   * @throws ProblemException 404 for what cannot be a provider's name
   */
  static ProviderId id(String provider) {
    try {
      return new ProviderId(provider);
    } catch (IllegalArgumentException _) {
      throw unknown(provider);
    }
  }
}
