package io.blendify.store.taste;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The artists of an item: one by one where the provider names them so, otherwise as one name. */
final class ArtistNames {

  private ArtistNames() {}

  /** Reads {@code artist_names} and {@code artist_name}. */
  static List<String> of(ResultSet rows) throws SQLException {
    var names =
        TasteHistory.texts(rows, "artist_names").stream().filter(n -> !n.isBlank()).toList();
    var line = rows.getString("artist_name");
    return names.isEmpty() && line != null && !line.isBlank() ? List.of(line) : names;
  }
}
