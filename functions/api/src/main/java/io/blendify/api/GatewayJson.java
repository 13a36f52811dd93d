package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's payload format 2.0 in JSON, as far as it is used here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 *     format 2.0</a>
 */
final class GatewayJson {
  private GatewayJson() {}

  /** Throws IOException where it is no event of this format. */
  static APIGatewayV2HTTPEvent read(InputStream event, JsonMapper json) throws IOException {
    var node = json.readValue(event, JsonNode.class);
    var context = node.get("requestContext");
    if (context == null || !context.isObject() || context.get("http") == null) {
      throw new IOException("not an event of an HTTP API in payload format 2.0");
    }
    var read = new APIGatewayV2HTTPEvent();
    read.setVersion(text(node, "version"));
    read.setRouteKey(text(node, "routeKey"));
    read.setRawPath(text(node, "rawPath"));
    read.setRawQueryString(text(node, "rawQueryString"));
    read.setCookies(texts(node.get("cookies")));
    read.setHeaders(pairs(node.get("headers")));
    read.setQueryStringParameters(pairs(node.get("queryStringParameters")));
    read.setRequestContext(context(context));
    read.setBody(text(node, "body"));
    var base64 = node.get("isBase64Encoded");
    read.setIsBase64Encoded(base64 != null && base64.isBoolean() && base64.getBooleanValue());
    return read;
  }

  private static RequestContext context(JsonNode node) {
    var context = new RequestContext();
    context.setRequestId(text(node, "requestId"));
    context.setStage(text(node, "stage"));
    context.setDomainName(text(node, "domainName"));
    var http = node.get("http");
    context.setHttp(
        new Http(
            text(http, "method"),
            text(http, "path"),
            text(http, "protocol"),
            text(http, "sourceIp"),
            text(http, "userAgent")));
    return context;
  }

  static void write(APIGatewayV2HTTPResponse response, OutputStream answer, JsonMapper json)
      throws IOException {
    var node = new LinkedHashMap<String, JsonNode>();
    node.put("statusCode", JsonNode.createNumberNode(response.getStatusCode()));
    node.put("headers", object(response.getHeaders()));
    if (response.getCookies() != null) {
      node.put("cookies", array(response.getCookies()));
    }
    if (response.getBody() != null) {
      node.put("body", JsonNode.createStringNode(response.getBody()));
    }
    node.put("isBase64Encoded", JsonNode.createBooleanNode(response.getIsBase64Encoded()));
    json.writeValue(answer, JsonNode.createObjectNode(node));
  }

  private static JsonNode object(@Nullable Map<String, String> pairs) {
    var nodes = new LinkedHashMap<String, JsonNode>();
    if (pairs != null) {
      pairs.forEach((name, value) -> nodes.put(name, JsonNode.createStringNode(value)));
    }
    return JsonNode.createObjectNode(nodes);
  }

  private static JsonNode array(List<String> values) {
    return JsonNode.createArrayNode(values.stream().map(JsonNode::createStringNode).toList());
  }

  private static @Nullable String text(JsonNode node, String name) {
    var value = node.get(name);
    return value == null || !value.isString() ? null : value.getStringValue();
  }

  private static @Nullable List<String> texts(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      return null;
    }
    var texts = new ArrayList<String>();
    node.values().forEach(value -> texts.add(value.coerceStringValue()));
    return texts;
  }

  private static @Nullable Map<String, String> pairs(@Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      return null;
    }
    var pairs = new HashMap<String, String>();
    node.entries()
        .forEach(entry -> pairs.put(entry.getKey(), entry.getValue().coerceStringValue()));
    return pairs;
  }
}
