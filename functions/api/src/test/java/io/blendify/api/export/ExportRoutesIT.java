package io.blendify.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExportRoutesIT {

  private static final Api API = Api.start();

  private static List<String> everything(Api.User user) {
    var lines = new ArrayList<String>();
    var path = "/v1/me/export";
    while (path != null) {
      var answer = API.get(path).as(user).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().length()).isLessThan(6 * 1024 * 1024);
      lines.addAll(answer.body().lines().toList());
      var link = answer.header("link");
      path = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return lines;
  }

  private static Api.User listenerWithPlays(int plays, int metadataLength) {
    var user = API.user("Ada");
    API.sql(
        """
        WITH item AS (
          INSERT INTO catalog.items (provider, kind, provider_item_id)
          VALUES ('spotify', 'track', '%1$s') RETURNING id
        ), version AS (
          INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
          SELECT id, decode(repeat('0a', 32), 'hex'), 'Salt',
                 jsonb_build_object('pad', repeat('x', %3$d)), '2026-02-01T00:00:00Z'
          FROM item RETURNING id, item_id
        )
        INSERT INTO history.plays
          (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
        SELECT '%1$s', 'spotify', CAST('2026-02-01T10:00:00Z' AS timestamptz) + n * interval '1 minute',
               item_id, id, '2026-02-28T00:00:00Z', gen_random_uuid()
        FROM version, generate_series(1, %2$d) AS n
        """
            .formatted(user.id(), plays, metadataLength));
    return user;
  }

  @Test
  void allPlaysComeOnceInPartsThatAFunctionCanAnswerWith() {
    var ada = listenerWithPlays(250, 20_000);
    var plays =
        everything(ada).stream()
            .filter(line -> line.startsWith("{\"section\":\"user_recently_played\""))
            .toList();
    assertThat(plays).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void nothingSecretAndNothingOfOthersIsInIt() {
    var ada = listenerWithPlays(1, 10);
    var eve = listenerWithPlays(1, 10);
    API.sql("UPDATE users SET password_hash = 'the-hash' WHERE id = '%s'".formatted(ada.id()));
    var text = String.join("\n", everything(ada));
    assertThat(text)
        .contains(ada.email())
        .doesNotContain("the-hash")
        .doesNotContain(eve.id().toString());
  }

  @Test
  void aCursorOfSomebodyElseIsRefused() {
    var ada = listenerWithPlays(250, 20_000);
    var link = API.get("/v1/me/export").as(ada).send().header("link");
    assertThat(link).isNotNull();
    var path = link.substring(1, link.indexOf('>'));
    assertThat(API.get(path).as(API.user("Eve")).send().status()).isEqualTo(400);
    assertThat(API.get("/v1/me/export").send().status()).isEqualTo(401);
  }
}
