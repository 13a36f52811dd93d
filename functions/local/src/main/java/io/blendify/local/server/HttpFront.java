package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What API Gateway is on AWS: every request becomes an event for the API function. */
final class HttpFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private HttpFront(HttpServer server) {
    this.server = server;
    server.setExecutor(workers);
  }

  /** Takes the port, so that a taken one is known before anything else is started. */
  static HttpFront bind(int port) {
    try {
      return new HttpFront(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0));
    } catch (BindException e) {
      throw new LocalFault(
          "port %d is taken: choose another with --port or BLENDIFY_PORT".formatted(port), e);
    } catch (IOException e) {
      throw new LocalFault("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Starts serving: the API at every path but those of the local parts. */
  void serve(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api,
      Uploads uploads,
      DayPage days) {
    var direct = new DirectUpload(api, uploads);
    server.createContext("/", exchange -> answer(exchange, () -> call(api, direct, exchange)));
    server.createContext(
        Uploads.PATH, exchange -> answer(exchange, () -> upload(uploads, exchange)));
    server.createContext(DayPage.PATH, exchange -> answer(exchange, () -> days.handle(exchange)));
    server.start();
  }

  private static void call(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api,
      DirectUpload direct,
      HttpExchange exchange)
      throws IOException {
    if (DirectUpload.isOne(exchange)) {
      direct.handle(exchange);
      return;
    }
    var body = exchange.getRequestBody().readNBytes(GatewayEvents.MAX_BODY + 1);
    if (body.length > GatewayEvents.MAX_BODY) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      GatewayEvents.problem(exchange, 413, "Payload Too Large", "A request holds at most 6 MB.");
      return;
    }
    var response =
        api.handleRequest(GatewayEvents.request(exchange, body), new LocalContext("api"));
    GatewayEvents.respond(exchange, response);
  }

  private static void upload(Uploads uploads, HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("PUT")) {
      GatewayEvents.problem(exchange, 405, "Method Not Allowed", "Files are sent with PUT.");
      return;
    }
    var ticket = exchange.getRequestURI().getPath().substring(Uploads.PATH.length());
    if (uploads.accept(ticket, exchange.getRequestBody())) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      GatewayEvents.problem(
          exchange,
          403,
          "Forbidden",
          "This address is unknown, used or too old, or the file has another size than announced.");
    }
  }

  private static void answer(HttpExchange exchange, Work work) {
    try (exchange) {
      work.run();
    } catch (IOException e) {
      LOG.debug("a client went away: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
      try {
        GatewayEvents.problem(exchange, 502, "Bad Gateway", "The function failed; see the log.");
      } catch (IOException _) {
        LOG.debug("the answer had already begun");
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
