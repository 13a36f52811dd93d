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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page behind an invitation's link. */
@Controller("/invitations/{token}")
@Produces(MediaType.TEXT_HTML)
@Hidden
class InvitationPageController {

  private final Pages pages;
  private final InvitationDesk desk;

  InvitationPageController(Pages pages, InvitationDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<String> show(String token, @Nullable SignedIn me) {
    return pages.show(
        "invitation",
        Map.of(
            "invitation",
            desk.look(token),
            "token",
            token,
            "resources",
            Consented.ALL,
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
