package io.blendify.api.page;

import io.blendify.api.connect.SignIns;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Hidden
class WelcomeController {

  private final Pages pages;
  private final SignIns signIns;

  WelcomeController(Pages pages, SignIns signIns) {
    this.pages = pages;
    this.signIns = signIns;
  }

  @Get("/")
  HttpResponse<String> welcome(@Nullable SignedIn me) {
    return me == null
        ? pages.show("welcome", Map.of("providers", HomePage.offers(signIns.providers())))
        : Pages.next("/home");
  }
}
