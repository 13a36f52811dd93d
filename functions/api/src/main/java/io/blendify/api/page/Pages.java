package io.blendify.api.page;

import io.blendify.api.html.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;

/** Answers with pages. */
@Singleton
class Pages {

  private final Templates templates;

  Pages(Templates templates) {
    this.templates = templates;
  }

  MutableHttpResponse<String> show(String template, Map<String, Object> values) {
    return show(HttpStatus.OK, template, values);
  }

  MutableHttpResponse<String> show(HttpStatus status, String template, Map<String, Object> values) {
    return HttpResponse.<String>status(status)
        .body(templates.render(template, values))
        .contentType(MediaType.of(Templates.MEDIA_TYPE));
  }

  MutableHttpResponse<String> confirm(Confirmation confirmation) {
    return show("confirm", Map.of("it", confirmation));
  }

  /** After a form: reloading the next page repeats nothing. */
  static MutableHttpResponse<String> next(String path) {
    return HttpResponse.seeOther(URI.create(path));
  }
}
