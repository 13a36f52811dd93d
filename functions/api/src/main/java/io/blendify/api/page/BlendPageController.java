package io.blendify.api.page;

import io.blendify.api.blending.BlendConfig;
import io.blendify.api.blending.BlendKeeper;
import io.blendify.api.blending.BlendReader;
import io.blendify.api.blending.BlendWish;
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

/** A blend's page and what can be done on it. */
@Controller("/blends")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class BlendPageController {
  private static final int INVITATION_DAYS = 7;

  private final Pages pages;
  private final BlendReader reader;
  private final BlendKeeper keeper;
  private final Validator validator;
  private final InstantSource clock;

  BlendPageController(
      Pages pages,
      BlendReader reader,
      BlendKeeper keeper,
      Validator validator,
      InstantSource clock) {
    this.pages = pages;
    this.reader = reader;
    this.keeper = keeper;
    this.validator = validator;
    this.clock = clock;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(SignedIn me, Form form) {
    var algorithm = form.text("algorithm_type").isEmpty() ? null : form.text("algorithm_type");
    var wish = new BlendWish(form.text("name"), null, algorithm, BlendConfig.DEFAULT, null);
    var wrong = validator.validate(wish);
    if (!wrong.isEmpty()) {
      var first = wrong.iterator().next();
      throw ProblemException.invalid(first.getPropertyPath().toString(), first.getMessage());
    }
    return Pages.next("/blends/" + keeper.create(me.userId(), wish));
  }

  @Get("/{id}")
  HttpResponse<String> show(SignedIn me, UUID id) {
    return page(me, id, "");
  }

  @Post("/{id}/invitations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> invite(SignedIn me, UUID id) {
    return page(me, id, keeper.invite(id, me.userId(), INVITATION_DAYS).url());
  }

  @Post("/{id}/refresh")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> refresh(SignedIn me, UUID id) {
    keeper.refresh(id, me.userId());
    return Pages.next("/blends/" + id);
  }

  @Get("/{id}/leave")
  HttpResponse<String> askToLeave(SignedIn me, UUID id) {
    var name = reader.find(id, me.userId()).name();
    return pages.confirm(
        new Confirmation(
            "Leave “" + name + "”?",
            List.of(
                "Your music is no longer used for it, at once, and you no longer see it. The others"
                    + " keep the blend; it is computed anew without you.",
                "To come back you need another invitation."),
            "/blends/" + id + "/leave",
            "Leave",
            "/blends/" + id));
  }

  @Post("/{id}/leave")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> leave(SignedIn me, UUID id, Form form) {
    Confirmation.require(form);
    keeper.leave(id, me.userId());
    return Pages.next("/home");
  }

  @Get("/{id}/delete")
  HttpResponse<String> askToDelete(SignedIn me, UUID id) {
    var name = reader.find(id, me.userId()).name();
    return pages.confirm(
        new Confirmation(
            "Delete “" + name + "”?",
            List.of("The blend, its scores and its playlist are gone then, for everybody in it."),
            "/blends/" + id + "/delete",
            "Delete it",
            "/blends/" + id));
  }

  @Post("/{id}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> delete(SignedIn me, UUID id, Form form) {
    Confirmation.require(form);
    keeper.delete(id, me.userId());
    return Pages.next("/home");
  }

  private HttpResponse<String> page(SignedIn me, UUID id, String invitation) {
    var detail = reader.detail(id, me.userId());
    var tracks = reader.tracks(id, me.userId(), null, Page.MAX_LIMIT).items();
    var page = BlendPage.of(detail, tracks, me.userId(), clock.instant());
    return pages.show("blend", Map.of("page", page, "invitation", invitation));
  }
}
