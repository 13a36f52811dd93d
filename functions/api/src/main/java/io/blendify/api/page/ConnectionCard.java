package io.blendify.api.page;

import io.blendify.api.connect.ConnectionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connected account and how current it is.
 *
 * @param provider as addresses have it
 * @param state {@code done} or {@code trouble}
 * @param words why it is not active; empty where it is
 * @param consent when the person will be asked again; null where never
 * @param canReconnect whether connecting again helps
 */
public record ConnectionCard(
    String provider,
    String name,
    @Nullable String account,
    String state,
    String words,
    @Nullable String consent,
    boolean canReconnect,
    List<SyncRow> rows) {
  private static final int SOON = 14;

  static ConnectionCard of(ConnectionView connection, List<SyncRow> rows) {
    var name = Words.provider(connection.provider());
    return new ConnectionCard(
        connection.provider(),
        name,
        connection.accountName(),
        connection.status().equals("active") ? "done" : "trouble",
        words(connection, name),
        consent(connection, name),
        needsPerson(connection),
        rows);
  }

  private static boolean needsPerson(ConnectionView connection) {
    var days = connection.daysUntilReconsent();
    return connection.status().equals("reconnect_required")
        || !connection.missingScopes().isEmpty()
        || (days != null && days <= SOON);
  }

  private static String words(ConnectionView connection, String name) {
    return switch (connection.status()) {
      case "reconnect_required" ->
          name + " no longer lets Blendify read your library. What was read before stays.";
      case "disabled" -> "Switched off by whoever runs this installation.";
      default ->
          connection.missingScopes().isEmpty()
              ? ""
              : "You did not allow all that Blendify asks for, so some of it is not read.";
    };
  }

  private static @Nullable String consent(ConnectionView connection, String name) {
    var days = connection.daysUntilReconsent();
    if (days == null) {
      return null;
    }
    return days == 0
        ? name + " asks for your consent again today."
        : name + " will ask for your consent again in " + Words.many(days, "day") + ".";
  }
}
