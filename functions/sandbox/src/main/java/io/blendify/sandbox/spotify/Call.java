package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Query;
import io.blendify.sandbox.http.Request;
import io.blendify.sandbox.world.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Web API by somebody who proved who they are.
 *
 * @param number counts the calls
 * @param hidden how many elements at the front of lists are taken as absent
 */
record Call(
    Request request,
    Grants.Consent consent,
    Switches switches,
    Instant now,
    long number,
    int hidden) {

  Person person() {
    return consent.person();
  }

  Shape shape() {
    return switches.shape();
  }

  Query query() {
    return request.query();
  }

  /** The address of the call without its query. */
  String address() {
    return request.origin() + request.path();
  }

  void needs(String scope) {
    if (!consent.scopes().contains(scope)) {
      throw new Refusal(Errors.scope());
    }
  }

  /** The list as this call sees it. */
  <T> List<T> seen(List<T> list) {
    return list.subList(Math.min(hidden, list.size()), list.size());
  }

  int limit(int otherwise, int most) {
    int limit = number("limit", otherwise, "Invalid limit");
    if (limit < 1 || limit > most) {
      throw badRequest("Invalid limit");
    }
    return limit;
  }

  int offset(int most) {
    int offset = number("offset", 0, "Invalid offset");
    if (offset < 0 || offset > most) {
      throw badRequest("Invalid offset");
    }
    return offset;
  }

  /** Null when the call does not say. */
  @Nullable Long millis(String name) {
    try {
      return query().has(name) ? Long.valueOf(query().get(name, "")) : null;
    } catch (NumberFormatException _) {
      throw badRequest("Invalid " + name);
    }
  }

  void checkMarket() {
    var market = Objects.requireNonNullElse(query().get("market"), "DE");
    if (!market.matches("[A-Z]{2}|from_token")) {
      throw badRequest("Invalid market code");
    }
  }

  static Refusal badRequest(String message) {
    return new Refusal(Errors.api(400, message));
  }

  static Refusal notFound() {
    return new Refusal(Errors.api(404, "Resource not found"));
  }

  static Refusal forbidden() {
    return new Refusal(Errors.api(403, "Forbidden"));
  }

  private int number(String name, int otherwise, String fault) {
    try {
      return query().has(name) ? Integer.parseInt(query().get(name, "")) : otherwise;
    } catch (NumberFormatException _) {
      throw badRequest(fault);
    }
  }
}
