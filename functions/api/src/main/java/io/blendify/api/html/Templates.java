package io.blendify.api.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;

/** The templates of {@code src/main/jte}, compiled at build time. */
@Singleton
public final class Templates {

  public static final String MEDIA_TYPE = "text/html; charset=utf-8";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * @param name without folder and ending
   * @param values by the names of the template's parameters
   */
  public String render(String name, Map<String, Object> values) {
    var output = new StringOutput();
    engine.render(name + ".jte", values, output);
    return output.toString();
  }

  /** Whether a browser shows the answer to a person. */
  public static boolean wantsHtml(HttpRequest<?> request) {
    var accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }
}
