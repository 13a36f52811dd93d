package io.blendify.api.blending;

import io.blendify.api.ApiConfig;
import io.blendify.api.library.AsOf;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.api.session.Secrets;
import io.blendify.store.blending.Blend;
import io.blendify.store.blending.Blending;
import io.blendify.store.blending.Blends;
import io.blendify.store.blending.Invitations;
import io.blendify.store.blending.Participants;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with blends. Whoever does not take part finds no blend (404). */
@Singleton
public class BlendKeeper {

  private final BlendReader reader;
  private final Blends blends;
  private final Blending blending;
  private final Participants participants;
  private final Invitations invitations;
  private final BlendWork work;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApiConfig config;

  BlendKeeper(
      BlendReader reader,
      Blends blends,
      Blending blending,
      Participants participants,
      Invitations invitations,
      BlendWork work,
      JsonMapper json,
      InstantSource clock,
      ApiConfig config) {
    this.reader = reader;
    this.blends = blends;
    this.blending = blending;
    this.participants = participants;
    this.invitations = invitations;
    this.work = work;
    this.json = json;
    this.clock = clock;
    this.config = config;
  }

  public UUID create(UUID userId, BlendWish wish) {
    var resources = Consented.of(wish.resources());
    var algorithm = wish.algorithmType() == null ? "balanced" : wish.algorithmType();
    var settings = wish.algorithmConfig() == null ? BlendConfig.DEFAULT : wish.algorithmConfig();
    var name = wish.name().strip();
    return blending.create(userId, name, wish.description(), algorithm, text(settings), resources);
  }

  public void change(UUID id, UUID userId, BlendChange change) {
    var blend = own(id, userId);
    blends.update(
        id,
        userId,
        change.name() == null ? blend.name() : change.name().strip(),
        change.description() == null ? blend.description() : change.description(),
        change.algorithmType() == null ? blend.algorithmType() : change.algorithmType(),
        change.algorithmConfig() == null ? blend.algorithmConfig() : text(change.algorithmConfig()),
        clock.instant());
  }

  public void delete(UUID id, UUID userId) {
    own(id, userId);
    blends.erase(id, userId);
  }

  /** The only moment at which the token is known. */
  public NewInvitation invite(UUID id, UUID userId, int days) {
    own(id, userId);
    var invitation = UUID.randomUUID();
    var token = Secrets.fresh();
    var now = clock.instant();
    var until = now.plus(Duration.ofDays(days));
    invitations.insert(invitation, id, Secrets.hash(token), userId, now, until);
    var url = config.publicUrl().resolve("/invitations/" + token).toString();
    return new NewInvitation(invitation, token, url, until);
  }

  /** Weight and consent of who asks; what is null stays. */
  public void participate(
      UUID id, UUID userId, @Nullable Double weight, @Nullable List<String> resources) {
    reader.find(id, userId);
    if (weight == null && resources == null) {
      return;
    }
    var consented = resources == null ? null : Consented.of(resources);
    if (weight != null) {
      participants.weigh(id, userId, weight);
    }
    if (consented != null) {
      blending.consent(id, userId, consented);
    }
    work.ask(id);
  }

  public void leave(UUID id, UUID userId) {
    var blend = reader.find(id, userId);
    if (!blending.leave(id, userId, blend.createdByUserId().equals(userId))) {
      throw ProblemException.conflict("Nobody else takes part. Delete the blend instead.");
    }
    work.ask(id);
  }

  public RefreshView refresh(UUID id, UUID userId) {
    reader.find(id, userId);
    return RefreshView.of(work.ask(id));
  }

  /**
   * @param asOf a moment or a day that is past
   * @throws ProblemException 400 where it is neither, 409 while another past moment is computed
   */
  public RefreshView refresh(UUID id, UUID userId, String asOf) {
    reader.find(id, userId);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var moment = AsOf.parse("asOf", asOf, now);
    return work.ask(id, moment)
        .map(RefreshView::of)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.CONFLICT, "Another past day is being computed; ask again later."));
  }

  /**
   * @throws ProblemException 404 for who takes no part, 403 for who does not own it
   */
  Blend own(UUID id, UUID userId) {
    var blend = reader.find(id, userId);
    if (!blend.createdByUserId().equals(userId)) {
      throw ProblemException.of(ProblemType.FORBIDDEN, "Only who owns the blend may do this.");
    }
    return blend;
  }

  private String text(BlendConfig settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (IOException e) {
      throw new IllegalStateException("a config that cannot be written: " + settings, e);
    }
  }
}
