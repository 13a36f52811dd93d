package io.blendify.api.page;

import io.blendify.api.imports.OwnImports;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** What became of one uploaded file. */
@Controller("/imports/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ImportPageController {

  private final Pages pages;
  private final OwnImports imports;
  private final InstantSource clock;

  ImportPageController(Pages pages, OwnImports imports, InstantSource clock) {
    this.pages = pages;
    this.imports = imports;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> show(SignedIn me, UUID id) {
    var file = ImportCard.of(imports.view(me.userId(), id), clock.instant());
    return pages.show("import", Map.of("file", file));
  }
}
