package io.blendify.api.page;

import io.blendify.api.connect.SignIns;
import io.blendify.api.session.SignedIn;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page, and how all of them look. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Hidden
class WelcomeController {

  private final Pages pages;
  private final SignIns signIns;
  private final ResourceLoader resources;

  WelcomeController(Pages pages, SignIns signIns, ResourceLoader resources) {
    this.pages = pages;
    this.signIns = signIns;
    this.resources = resources;
  }

  @Get("/")
  HttpResponse<String> welcome(@Nullable SignedIn me) {
    return me == null
        ? pages.show("welcome", Map.of("providers", signIns.providers()))
        : Pages.next("/home");
  }

  @Get("/style.css")
  @Produces("text/css")
  @Header(name = "Cache-Control", value = "public, max-age=3600")
  String style() throws IOException {
    try (var style =
        resources
            .getResourceAsStream("classpath:page/style.css")
            .orElseThrow(() -> new IllegalStateException("no style sheet in this build"))) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
