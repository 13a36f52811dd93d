package io.blendify.api.page;

import io.blendify.api.blending.Consented;
import io.blendify.api.blending.InvitationDesk;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page behind an invitation's link. */
@Controller("/invitations/{token}")
@Produces(MediaType.TEXT_HTML)
@Hidden
class InvitationPageController {

  private final Pages pages;
  private final InvitationDesk desk;
  private final InstantSource clock;

  InvitationPageController(Pages pages, InvitationDesk desk, InstantSource clock) {
    this.pages = pages;
    this.desk = desk;
    this.clock = clock;
  }

  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<String> show(String token, @Nullable SignedIn me) {
    var invitation = desk.look(token);
    return pages.show(
        "invitation",
        Map.of(
            "invitation",
            invitation,
            "others",
            invitation.participants() == 1
                ? "one person takes part"
                : Words.count(invitation.participants()) + " people take part",
            "until",
            When.of(invitation.expiresAt(), clock.instant()),
            "token",
            token,
            "resources",
            BlendSettingsPage.ticks(Consented.ALL),
            "signedIn",
            me != null));
  }

  @Post
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> accept(SignedIn me, String token, Form form) {
    var blend = desk.accept(token, me.userId(), form.all("resources"));
    return Pages.next("/blends/" + blend);
  }
}
