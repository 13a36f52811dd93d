/**
 * Spotify: accounts by OAuth 2.0 with PKCE, and eight listings of its Web API.
 *
 * <p>Pages: <a href="https://developer.spotify.com/documentation/web-api">Web API</a>, <a
 * href="https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow">PKCE</a>, <a
 * href="https://developer.spotify.com/documentation/web-api/concepts/rate-limits">rate limits</a>.
 * Last checked: 20 November 2026.
 *
 * <p>Limits: 50 entries a page. Of plays only the last 50 can be reached. A development-mode app
 * has five users and reads the content of a person's own playlists only. Requests are counted over
 * rolling 30 seconds for the whole app, and over about a day for the developer's account; neither
 * number is published. A consent ends six months after it was given, refreshed or not.
 *
 * <p>Two shapes of answers are about, and mixtures of both: since February 2026 a playlist's {@code
 * tracks} are {@code items}, an entry's {@code track} is {@code item}, and popularity, followers
 * and markets are gone for new apps. Everything here reads all of them.
 *
 * <p>The beans exist where {@code spotify.client-id} is set.
 */
@Configuration
@Requires(property = "spotify.client-id")
@Requires(property = "spotify.client-id", notEquals = "")
@NullMarked
package io.blendify.providers.spotify;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
