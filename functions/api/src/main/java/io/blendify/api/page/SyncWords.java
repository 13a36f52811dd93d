package io.blendify.api.page;

import io.blendify.api.sync.ResourceState;
import io.blendify.core.sync.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words how the resources of a connection stand. */
final class SyncWords {

  private final ResourceState state;
  private final String provider;
  private final Instant now;

  private SyncWords(ResourceState state, Instant now) {
    this.state = state;
    this.provider = Words.provider(state.provider());
    this.now = now;
  }

  static SyncRow row(ResourceState state, Instant now) {
    return new SyncWords(state, now).row();
  }

  private SyncRow row() {
    var resource = Resource.of(state.resource());
    return new SyncRow(
        Words.resource(state.resource()),
        resource == Resource.PLAYLIST_TRACKS ? null : "/library/" + Words.path(resource),
        tone(),
        words(),
        state.state().equals("syncing") ? percent() : null,
        When.orNull(state.lastCompleteAt(), now),
        state.state().equals("syncing") ? null : When.orNull(state.nextDueAt(), now),
        notes());
  }

  private String tone() {
    return switch (state.state()) {
      case "syncing" -> isPaused() ? "waiting" : "running";
      case "current" -> "done";
      case "stopped" -> isPassing() ? "waiting" : "trouble";
      default -> "waiting";
    };
  }

  private String words() {
    return switch (state.state()) {
      case "syncing" -> isPaused() ? waiting() + " " + progress() : progress();
      case "current" -> holds();
      case "stopped" -> reason(String.valueOf(state.reason()));
      default -> "Not read yet.";
    };
  }

  private String holds() {
    var entries = Words.entries(state.resource(), state.items());
    return switch (state.resource()) {
      case "playlist_tracks" -> entries + " in " + Words.many(state.listings(), "playlist");
      case "recently_played" -> entries + " at the last look";
      default -> entries;
    };
  }

  private String progress() {
    if (state.itemsTotal() > 0) {
      return "Reading: %s of %s."
          .formatted(Words.count(state.itemsDone()), Words.count(state.itemsTotal()));
    }
    if (state.itemsDone() > 0) {
      return "Reading: " + Words.count(state.itemsDone()) + " so far.";
    }
    int read = state.listings() - state.listingsOpen();
    return read > 0
        ? "Reading: %s of %s lists are done."
            .formatted(Words.count(read), Words.count(state.listings()))
        : "Waiting for its turn.";
  }

  private @Nullable Integer percent() {
    return state.itemsTotal() <= 0
        ? null
        : (int) Math.min(100, 100L * state.itemsDone() / state.itemsTotal());
  }

  /** A job is open, and something makes it wait. */
  private boolean isPaused() {
    return state.reason() != null && !state.reason().equals("cooldown");
  }

  /** It goes on by itself. */
  private boolean isPassing() {
    return switch (String.valueOf(state.reason())) {
      case "cooldown", "throttled", "unavailable", "unreadable", "unconfirmed", "unsupported" ->
          true;
      default -> false;
    };
  }

  private String waiting() {
    return reason(String.valueOf(state.reason()));
  }

  private String reason(String reason) {
    return switch (reason) {
      case "cooldown" -> "Read a moment ago; it can be read again " + possible() + ".";
      case "throttled" -> provider + " asked for a pause; it goes on " + possible() + ".";
      case "reconnect_required" ->
          provider + " no longer lets Blendify read this. Connect again to go on.";
      case "disabled" -> "Switched off by whoever runs this installation.";
      case "unsupported" -> provider + " does not offer this.";
      case "withheld" -> provider + " keeps this from other apps. What was read before stays.";
      case "gone" -> "It is no longer there.";
      case "unavailable" -> provider + " has trouble just now; it is tried again " + again() + ".";
      case "unreadable" ->
          provider + " gave an answer that cannot be read; it is tried again " + again() + ".";
      case "unconfirmed" ->
          provider
              + " lists much less than before. What was read stays until later looks agree; the"
              + " next is "
              + again()
              + ".";
      default -> "It waits: " + reason.replace('_', ' ') + ".";
    };
  }

  private String possible() {
    var at = state.resumesAt() != null ? state.resumesAt() : state.possibleAt();
    return at == null ? "soon" : When.of(at, now).words();
  }

  private String again() {
    var at = state.resumesAt() != null ? state.resumesAt() : state.nextDueAt();
    return at == null ? "later" : When.of(at, now).words();
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    int withheld = state.withheld().size();
    if (withheld > 0) {
      notes.add(
          "%s keeps the content of %s from other apps."
              .formatted(provider, Words.many(withheld, "playlist")));
    }
    if (state.gapFrom() != null && state.gapUntil() != null) {
      notes.add(
          "Plays between %s and %s may be missing: %s tells the last 50 only."
              .formatted(
                  When.exactly(state.gapFrom()).words(),
                  When.exactly(state.gapUntil()).words(),
                  provider));
    }
    return notes;
  }
}
