package io.blendify.api.page;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How all pages look, and the one script that they share. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Header(name = "Cache-Control", value = "public, max-age=600")
@Hidden
class AssetController {

  private final ResourceLoader resources;

  AssetController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/style.css")
  @Produces("text/css; charset=utf-8")
  String style() throws IOException {
    return text("style.css");
  }

  @Get("/page.js")
  @Produces("text/javascript; charset=utf-8")
  String script() throws IOException {
    return text("page.js");
  }

  @Get("/icon.svg")
  @Produces("image/svg+xml")
  String icon() throws IOException {
    return text("icon.svg");
  }

  private String text(String name) throws IOException {
    try (var file =
        resources
            .getResourceAsStream("classpath:page/" + name)
            .orElseThrow(() -> new IllegalStateException("no " + name + " in this build"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
