package io.blendify.api.page;

import io.blendify.api.blending.BlendDetail;
import io.blendify.api.blending.Consented;
import io.blendify.api.blending.SentInvitationView;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person can set for a blend.
 *
 * @param consents what it may use of theirs
 * @param weight of the person; counts where tracks are chosen by weight
 * @param tracks how many are wanted
 * @param ofOneArtist at most
 * @param invitations that can still be accepted; the owner sees them
 */
public record BlendSettingsPage(
    String id,
    String name,
    String description,
    boolean isOwner,
    String algorithm,
    List<Tick> consents,
    String weight,
    String tracks,
    String ofOneArtist,
    boolean allowsExplicit,
    List<Open> invitations) {

  /** An invitation that nobody accepted yet. */
  public record Open(String id, When made, When until) {}

  /** One box. */
  public record Tick(String value, String words, boolean ticked) {}

  static BlendSettingsPage of(
      BlendDetail detail, UUID me, List<SentInvitationView> invitations, Instant now) {
    var blend = detail.blend();
    var config = blend.algorithmConfig();
    var mine =
        detail.participants().stream()
            .filter(person -> person.userId().equals(me))
            .findFirst()
            .orElseThrow();
    return new BlendSettingsPage(
        blend.id().toString(),
        blend.name(),
        blend.description() == null ? "" : blend.description(),
        blend.isOwner(),
        blend.algorithmType(),
        ticks(mine.resources()),
        String.valueOf(mine.weight()),
        number(config, "length", "50"),
        number(config, "artist_cap", "3"),
        !"false".equals(number(config, "allow_explicit", "true")),
        invitations.stream()
            .filter(one -> one.status().equals("open"))
            .map(
                one ->
                    new Open(
                        one.id().toString(),
                        When.of(one.createdAt(), now),
                        When.of(one.expiresAt(), now)))
            .toList());
  }

  /** A box for each resource. */
  static List<Tick> ticks(List<String> ticked) {
    return Consented.ALL.stream()
        .map(one -> new Tick(one, Words.consent(one), ticked.contains(one)))
        .toList();
  }

  private static String number(JsonNode config, String member, String otherwise) {
    var text = config.isObject() ? Json.text(config, member) : "";
    return text.isEmpty() ? otherwise : text;
  }
}
