package io.blendify.blend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.store.taste.TasteInputs;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;

/**
 * Everything that a blend is computed from, besides its seed: {@code blend_refreshes.inputs}. Rows
 * are named and never change, so the same inputs give the same blend at any time.
 *
 * @param population edition of the background counts; 0 for none
 * @param space edition of the taste space; 0 for none
 * @param merges up to which row merged recordings were known
 * @param heard the earlier refreshes whose tracks are not to be repeated
 * @param terms of the providers that do not allow all
 * @param participants by user id
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record BlendInputs(
    String algorithm,
    SettingsJson settings,
    int population,
    int space,
    long merges,
    List<UUID> heard,
    List<ProviderTerms> terms,
    List<Person> participants) {

  BlendInputs {
    heard = List.copyOf(heard);
    terms = List.copyOf(terms);
    participants = List.copyOf(participants);
  }

  @Serdeable(naming = SnakeCaseStrategy.class)
  record ProviderTerms(String provider, boolean mayScore, boolean mayMix) {}

  /**
   * @param name as it was then
   * @param resources labels of what the person consented to
   * @param tasteVersion of the rules that made the profile
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Person(
      UUID userId,
      String name,
      double weight,
      List<String> resources,
      int tasteVersion,
      TasteInputs taste) {

    Person {
      resources = List.copyOf(resources);
    }
  }
}
