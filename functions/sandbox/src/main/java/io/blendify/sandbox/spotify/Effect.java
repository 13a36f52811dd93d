package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Delivery;
import java.time.Duration;
import java.util.Set;

/**
 * What a fault does to a request. The factories are the cases that the provider reference names.
 */
public sealed interface Effect {

  /** This answer in place of the honest one. */
  record Replies(Answer answer) implements Effect {}

  /** The honest answer, delivered in this way. */
  record Delivers(Delivery delivery) implements Effect {}

  /** The honest answer, edited. */
  record Edits(Edit edit) implements Effect {}

  /** Lists are answered as if their first elements were not there, {@code total} included. */
  record HidesFirst(int count) implements Effect {}

  /** The sandbox's clock moves before the request is answered. */
  record MovesClock(Duration by) implements Effect {}

  /** The caller's access tokens expire before the request is answered; refreshing helps. */
  record ExpiresAccess() implements Effect {}

  /** The person withdraws the consent before the request is answered; refreshing does not help. */
  record RevokesConsent() implements Effect {}

  /** 429 with a Retry-After of seconds: the rolling window. */
  static Effect throttled(int seconds) {
    return replies(
        Errors.api(429, "API rate limit exceeded")
            .withHeader("Retry-After", Integer.toString(seconds)));
  }

  /** 429 that does not say for how long. */
  static Effect throttledWithoutHeader() {
    return replies(Errors.api(429, "API rate limit exceeded"));
  }

  /** 429 with a Retry-After of hours and the reason QUOTA_EXCEEDED. */
  static Effect quotaExceeded(Duration until) {
    return replies(
        Errors.api(429, "Too many requests", "QUOTA_EXCEEDED")
            .withHeader("Retry-After", Long.toString(until.toSeconds())));
  }

  /** 429 with a Retry-After of hours and no reason. */
  static Effect lockedFor(Duration until) {
    return throttled(Math.toIntExact(until.toSeconds()));
  }

  /** 401 although the token is good. */
  static Effect expired() {
    return replies(Errors.unauthorized("The access token expired"));
  }

  static Effect insufficientScope() {
    return replies(Errors.scope());
  }

  /** 403 as for the contents of a foreign playlist. */
  static Effect forbidden() {
    return replies(Errors.api(403, "Forbidden"));
  }

  /** 403 in plain text. */
  static Effect notRegistered() {
    return replies(Errors.notRegistered());
  }

  static Effect premiumRequired() {
    return replies(Errors.premium());
  }

  static Effect notFound() {
    return replies(Errors.api(404, "Resource not found"));
  }

  /** An error of the server's own with an HTML body. */
  static Effect brokenGateway(int status) {
    return replies(
        Answer.of(
            status,
            "text/html; charset=utf-8",
            "<html><head><title>"
                + status
                + "</title></head><body><h1>upstream request failed</h1></body></html>"));
  }

  /** An error of the server's own without a body. */
  static Effect emptyError(int status) {
    return replies(Answer.of(status, "text/plain", ""));
  }

  static Effect invalidGrant() {
    return replies(Errors.token(400, "invalid_grant", "Refresh token revoked"));
  }

  static Effect invalidClient() {
    return replies(Errors.token(401, "invalid_client", "Invalid client"));
  }

  static Effect truncatedJson() {
    return new Delivers(new Delivery.Truncated());
  }

  static Effect cutOff() {
    return new Delivers(new Delivery.CutOff());
  }

  static Effect connectionReset() {
    return new Delivers(new Delivery.Reset());
  }

  static Effect slow(Duration by) {
    return new Delivers(new Delivery.Delayed(by));
  }

  static Effect dripping(Duration over) {
    return new Delivers(new Delivery.Dripping(over));
  }

  /** Lists are empty although nothing was removed: a healthy answer that is not true. */
  static Effect empty() {
    return new HidesFirst(Integer.MAX_VALUE);
  }

  static Effect shortPage(int keep) {
    return edits(new Edit.ShortPage(keep, false));
  }

  static Effect without(String... fields) {
    return edits(new Edit.Without(Set.of(fields)));
  }

  static Effect edits(Edit edit) {
    return new Edits(edit);
  }

  static Effect replies(Answer answer) {
    return new Replies(answer);
  }
}
