package io.blendify.api.page;

import io.blendify.api.connect.ReturnPath;
import io.blendify.api.connect.SignIns;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SignedIn;
import io.blendify.api.user.Accounts;
import io.blendify.api.user.Credentials;
import io.blendify.api.user.SignUp;
import io.blendify.store.people.Sessions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.validation.validator.Validator;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing up, in and out, by hand. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Hidden
class AccountController {

  private final Pages pages;
  private final Accounts accounts;
  private final SignIns signIns;
  private final SessionCookie cookie;
  private final Sessions sessions;
  private final Validator validator;
  private final InstantSource clock;

  AccountController(
      Pages pages,
      Accounts accounts,
      SignIns signIns,
      SessionCookie cookie,
      Sessions sessions,
      Validator validator,
      InstantSource clock) {
    this.pages = pages;
    this.accounts = accounts;
    this.signIns = signIns;
    this.cookie = cookie;
    this.sessions = sessions;
    this.validator = validator;
    this.clock = clock;
  }

  @Get("/sign-up")
  HttpResponse<String> signUp(@QueryValue("return_to") @Nullable String returnTo) {
    return pages.show("signup", values(ReturnPath.of(returnTo)));
  }

  @Post("/sign-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> signUp(Form form) {
    var wish = new SignUp(form.text("email"), form.text("password"), form.text("display_name"));
    var returnTo = ReturnPath.of(form.text("return_to"));
    var wrong = validator.validate(wish);
    if (!wrong.isEmpty()) {
      var first = wrong.iterator().next();
      var message = field(first.getPropertyPath().toString()) + " " + first.getMessage() + ".";
      return again(HttpStatus.BAD_REQUEST, "signup", form, message);
    }
    try {
      accounts.signUp(wish);
      return signedIn(wish.email(), wish.password(), returnTo);
    } catch (ProblemException e) {
      return again(e.type().status(), "signup", form, String.valueOf(e.getMessage()));
    }
  }

  @Get("/sign-in")
  HttpResponse<String> signIn(@QueryValue("return_to") @Nullable String returnTo) {
    return pages.show("signin", values(ReturnPath.of(returnTo)));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> signIn(Form form) {
    var returnTo = ReturnPath.of(form.text("return_to"));
    try {
      return signedIn(form.text("email"), form.text("password"), returnTo);
    } catch (ProblemException e) {
      return again(e.type().status(), "signin", form, String.valueOf(e.getMessage()));
    }
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> signOut(@Nullable SignedIn me) {
    if (me != null) {
      sessions.revoke(me.sessionId(), clock.instant());
    }
    return Pages.next("/").cookie(cookie.gone());
  }

  private HttpResponse<String> signedIn(String email, String password, String returnTo) {
    var issued = accounts.signIn(new Credentials(email, password));
    return Pages.next(returnTo).cookie(cookie.of(issued.token()));
  }

  private HttpResponse<String> again(
      HttpStatus status, String template, Form form, String message) {
    var values = values(ReturnPath.of(form.text("return_to")));
    values.put("error", message);
    values.put("email", form.text("email"));
    if (template.equals("signup")) {
      values.put("name", form.text("display_name"));
    }
    return pages.show(status, template, values);
  }

  /** As the form calls it. */
  private static String field(String property) {
    return switch (property) {
      case "displayName" -> "Your name";
      case "email" -> "E-mail address";
      default -> Words.capital(property);
    };
  }

  private Map<String, Object> values(String returnTo) {
    var values = new HashMap<String, Object>();
    values.put("providers", HomePage.offers(signIns.providers()));
    values.put("returnTo", returnTo);
    return values;
  }
}
