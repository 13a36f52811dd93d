package io.blendify.api.session;

import io.blendify.api.ApiConfig;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps other sites from writing with a visitor's cookie.
 *
 * <p>A browser says with every write where it comes from: {@code Sec-Fetch-Site} (Fetch Metadata),
 * before that {@code Origin}; a page cannot forge either. A write with our cookie must come from
 * here, and one that says that it comes from elsewhere is refused also without a cookie, so that
 * nobody is signed in or up by another site. A bearer token is not sent by itself and needs none of
 * this.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossSiteFilter implements Ordered {
  private static final Set<HttpMethod> SAFE =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String ownOrigin;

  CrossSiteFilter(ApiConfig config) {
    this.ownOrigin = origin(config.publicUrl());
  }

  @RequestFilter
  void refuseOtherSites(HttpRequest<?> request) {
    if (!SAFE.contains(request.getMethod())
        && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
        && !isFromHere(request)) {
      throw ProblemException.of(
          ProblemType.CROSS_SITE,
          "A write with the session cookie must come from our own pages;"
              + " programs send their token as a bearer.");
    }
  }

  private boolean isFromHere(HttpRequest<?> request) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null) {
      return origin.equals(ownOrigin);
    }
    return CookieHeader.find(request, SessionCookie.NAME).isEmpty();
  }

  private static String origin(URI url) {
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }

  /** Before the session is looked up. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }
}
