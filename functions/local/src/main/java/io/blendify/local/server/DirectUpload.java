package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;

/**
 * A file sent to {@code POST /v1/imports} as it is, or as a form's part. Lambda's events are too
 * small for it, so on AWS it goes to a presigned address in between; here the same three steps are
 * done for the caller.
 */
final class DirectUpload {

  private static final String PATH = "/v1/imports";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api;
  private final Uploads uploads;

  DirectUpload(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api, Uploads uploads) {
    this.api = api;
    this.uploads = uploads;
  }

  static boolean isOne(HttpExchange exchange) {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    return exchange.getRequestMethod().equals("POST")
        && exchange.getRequestURI().getPath().equals(PATH)
        && type != null
        && !type.startsWith("application/json");
  }

  void handle(HttpExchange exchange) throws IOException {
    var length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length == null) {
      GatewayEvents.problem(exchange, 411, "Length Required", "Say the size in Content-Length.");
    } else if (type(exchange).startsWith("multipart/")) {
      handleForm(exchange);
    } else {
      var name = GatewayEvents.parameters(exchange).getOrDefault("file_name", "upload");
      handle(exchange, name, Long.parseLong(length), exchange.getRequestBody());
    }
  }

  private void handle(HttpExchange exchange, String name, long size, InputStream bytes)
      throws IOException {
    var announced = JSON.writeValueAsBytes(Map.of("file_name", name, "size_bytes", size));
    var created = call(exchange, PATH, announced);
    if (created.getStatusCode() != 201) {
      bytes.transferTo(OutputStream.nullOutputStream());
      GatewayEvents.respond(exchange, created);
      return;
    }
    var upload = JSON.readTree(GatewayEvents.body(created));
    if (!uploads.accept(ticket(upload), bytes)) {
      GatewayEvents.problem(
          exchange, 400, "Bad Request", "The file ended before the announced size.");
      return;
    }
    var id = upload.path("id").asText();
    GatewayEvents.respond(exchange, call(exchange, PATH + "/" + id + "/completion", new byte[0]));
  }

  /** The size of a form's part is known at its end only, so it is put aside first. */
  private void handleForm(HttpExchange exchange) throws IOException {
    var partial = Files.createTempFile("blendify-form-", ".partial");
    try {
      var parts = new FileUpload().getItemIterator(new FormBody(exchange));
      while (parts.hasNext()) {
        var part = parts.next();
        if (part.isFormField() || part.getName() == null) {
          continue;
        }
        try (var in = part.openStream();
            var out = Files.newOutputStream(partial)) {
          in.transferTo(out);
        }
        try (var in = Files.newInputStream(partial)) {
          handle(exchange, part.getName(), Files.size(partial), in);
        }
        return;
      }
      GatewayEvents.problem(exchange, 400, "Bad Request", "The form holds no file.");
    } catch (FileUploadException e) {
      GatewayEvents.problem(exchange, 400, "Bad Request", "The form cannot be read.");
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private APIGatewayV2HTTPResponse call(HttpExchange exchange, String path, byte[] body) {
    return api.handleRequest(
        GatewayEvents.request(exchange, "POST", path, body, "application/json"),
        new LocalContext("api"));
  }

  private static String ticket(JsonNode upload) {
    return URI.create(upload.path("upload_url").asText())
        .getPath()
        .substring(Uploads.PATH.length());
  }

  private static String type(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Content-Type");
  }

  private record FormBody(HttpExchange exchange) implements UploadContext {

    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public String getContentType() {
      return type(exchange);
    }

    @Override
    public InputStream getInputStream() {
      return exchange.getRequestBody();
    }

    @Override
    public long contentLength() {
      return Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
    }

    @Override
    @Deprecated
    public int getContentLength() {
      return (int) Math.min(Integer.MAX_VALUE, contentLength());
    }
  }
}
