package io.blendify.api.page;

import io.blendify.api.blending.BlendChange;
import io.blendify.api.blending.BlendConfig;
import io.blendify.api.blending.BlendDetail;
import io.blendify.api.blending.BlendKeeper;
import io.blendify.api.blending.BlendReader;
import io.blendify.api.blending.SentInvitationView;
import io.blendify.api.blending.SentInvitations;
import io.blendify.api.paging.Page;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.validation.validator.Validator;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person lets a blend use, and how its owner has it made. */
@Controller("/blends/{id}/settings")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class BlendSettingsController {
  private static final double MOST_WEIGHT = 10;

  private final Pages pages;
  private final BlendReader reader;
  private final BlendKeeper keeper;
  private final SentInvitations sent;
  private final Validator validator;
  private final InstantSource clock;

  BlendSettingsController(
      Pages pages,
      BlendReader reader,
      BlendKeeper keeper,
      SentInvitations sent,
      Validator validator,
      InstantSource clock) {
    this.pages = pages;
    this.reader = reader;
    this.keeper = keeper;
    this.sent = sent;
    this.validator = validator;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> show(SignedIn me, UUID id) {
    var detail = reader.detail(id, me.userId());
    var invitations =
        detail.blend().isOwner()
            ? sent.list(id, me.userId(), null, Page.MAX_LIMIT).items()
            : List.<SentInvitationView>of();
    var page = BlendSettingsPage.of(detail, me.userId(), invitations, clock.instant());
    return pages.show("settings", Map.of("page", page));
  }

  @Post("/invitations/{invitation}/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> revoke(SignedIn me, UUID id, UUID invitation) {
    sent.revoke(id, invitation, me.userId());
    return Pages.next("/blends/" + id + "/settings");
  }

  @Post("/mine")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> participate(SignedIn me, UUID id, Form form) {
    keeper.participate(id, me.userId(), weight(form), form.all("resources"));
    return Pages.next("/blends/" + id);
  }

  /** Settings that the page does not show stay as they are. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(SignedIn me, UUID id, Form form) {
    var change =
        new BlendChange(
            form.text("name"),
            form.text("description"),
            form.text("algorithm_type"),
            config(form, reader.detail(id, me.userId())));
    var wrong = validator.validate(change);
    if (!wrong.isEmpty()) {
      var first = wrong.iterator().next();
      throw ProblemException.invalid(first.getPropertyPath().toString(), first.getMessage());
    }
    keeper.change(id, me.userId(), change);
    keeper.refresh(id, me.userId());
    return Pages.next("/blends/" + id);
  }

  private static BlendConfig config(Form form, BlendDetail detail) {
    var before = detail.blend().algorithmConfig();
    var noRepeat = before.isObject() ? Json.text(before, "no_repeat") : "";
    var seed = before.isObject() ? Json.text(before, "seed") : "";
    return new BlendConfig(
        whole(form, "length"),
        whole(form, "artist_cap"),
        form.text("allow_explicit").equals("yes"),
        noRepeat.isEmpty() ? null : Integer.valueOf(noRepeat),
        seed.isEmpty() ? null : Long.valueOf(seed));
  }

  private static @Nullable Integer whole(Form form, String field) {
    var text = form.text(field);
    try {
      return text.isEmpty() ? null : Integer.valueOf(text);
    } catch (NumberFormatException _) {
      throw ProblemException.invalid(field, "must be a whole number");
    }
  }

  private static @Nullable Double weight(Form form) {
    var text = form.text("weight");
    try {
      var weight = text.isEmpty() ? null : Double.valueOf(text);
      if (weight != null && !(weight > 0 && weight <= MOST_WEIGHT)) {
        throw ProblemException.invalid("weight", "must be above 0 and at most 10");
      }
      return weight;
    } catch (NumberFormatException _) {
      throw ProblemException.invalid("weight", "must be a number");
    }
  }
}
