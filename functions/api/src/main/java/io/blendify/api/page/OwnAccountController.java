package io.blendify.api.page;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SignedIn;
import io.blendify.api.user.Departure;
import io.blendify.store.people.Users;
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
import java.util.HashMap;
import java.util.List;

/** The account of a person: what is kept, taking it along, deleting it. */
@Controller("/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class OwnAccountController {

  private final Pages pages;
  private final Users users;
  private final Departure departure;
  private final SessionCookie cookie;

  OwnAccountController(Pages pages, Users users, Departure departure, SessionCookie cookie) {
    this.pages = pages;
    this.users = users;
    this.departure = departure;
    this.cookie = cookie;
  }

  @Get
  HttpResponse<String> show(SignedIn me) {
    var user = users.find(me.userId()).orElseThrow(() -> ProblemException.notFound("person"));
    var values = new HashMap<String, Object>();
    values.put("name", user.displayName());
    values.put("email", user.email() == null ? "" : user.email());
    values.put("since", When.day(user.createdAt()));
    return pages.show("account", values);
  }

  @Get("/delete")
  HttpResponse<String> askToDelete() {
    return pages.confirm(
        new Confirmation(
            "Delete your account?",
            List.of(
                "Everything that is kept about you is erased, at once and for good: your library"
                    + " and its history, connected accounts, files, consents, and what was computed"
                    + " from them.",
                "Blends that others take part in go on without you; their scores and playlists are"
                    + " made anew.",
                "You may want to take your data along first: it is offered on the page before."),
            "/account/delete",
            "Delete everything",
            "/account"));
  }

  @Post("/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> delete(SignedIn me, Form form) {
    Confirmation.require(form);
    departure.erase(me.userId());
    return Pages.next("/").cookie(cookie.gone());
  }
}
