package io.blendify.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TasteSummaryTest {
  static final String PROFILE =
      """
      {"sources": [{"provider": "spotify", "resource": "top_tracks", "part": "short_term"}],
       "artists": [{"name": "Nils", "genres": ["pop", "jazz"]}, {"name": "Ida", "genres": ["jazz"]}],
       "recordings": [{}]}
      """;

  @Test
  void artistsKeepTheirOrderAndGenresAreCounted() throws Exception {
    var profile = JsonMapper.createDefault().readValue(PROFILE, JsonNode.class);
    var taste = TasteSummary.of(profile, Instant.EPOCH);
    assertThat(taste.artists()).extracting("name").containsExactly("Nils", "Ida");
    assertThat(taste.genres()).containsExactly("jazz", "pop");
    assertThat(taste.sources()).containsExactly("spotify top_tracks short_term");
    assertThat(taste.recordingCount()).isEqualTo(1);
  }
}
