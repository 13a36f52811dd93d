package io.blendify.api.taste;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.User;
import io.blendify.core.queue.QueueName;
import org.junit.jupiter.api.Test;

class ExclusionRoutesIT {

  private static final String ROUTE = "/v1/me/exclusions";
  private static final Api API = Api.start();

  private final User ada = API.user("Ada");

  @Test
  void whatIsTakenOutIsListedAndCanBePutBack() {
    API.queue.clear();
    var artist = add("{\"kind\": \"artist\", \"artist\": \" Die Ärzte \"}");
    assertThat(artist.status()).isEqualTo(201);
    assertThat(artist.text("artist")).isEqualTo("Die Ärzte");
    assertThat(
            add("{\"kind\": \"playlist\", \"provider\": \"spotify\", \"playlist_id\": \"p1\"}")
                .status())
        .isEqualTo(201);
    var period =
        add("{\"kind\": \"period\", \"since\": \"2026-01-01\", \"until\": \"2026-01-06\"}");
    assertThat(period.text("since")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(period.text("until")).as("a day counts whole").isEqualTo("2026-01-07T00:00:00Z");
    assertThat(
            add("{\"kind\": \"period\", \"until\": \"2020-01-01T12:00:00+02:00\"}").text("until"))
        .isEqualTo("2020-01-01T10:00:00Z");

    var device = add("{\"kind\": \"device\", \"device\": \"android_tv\"}");
    assertThat(device.text("device")).isEqualTo("android_tv");
    assertThat(add("{\"kind\": \"device\", \"device\": \"android_tv\"}").status()).isEqualTo(409);
    assertThat(add("{\"kind\": \"device\", \"device\": \"ios\"}").status()).isEqualTo(201);

    assertThat(count(ada)).isEqualTo(6);
    assertThat(API.queue.sentTo(QueueName.TASTE)).containsOnly(ada.id()).hasSize(6);

    var path = ROUTE + "/" + artist.text("id");
    assertThat(API.delete(path).as(API.user("Eve")).send().status()).isEqualTo(404);
    assertThat(API.delete(path).as(ada).send().status()).isEqualTo(204);
    assertThat(API.delete(path).as(ada).send().status()).isEqualTo(404);
    assertThat(count(ada)).isEqualTo(5);
    assertThat(add("{\"kind\": \"artist\", \"artist\": \"Die Ärzte\"}").status()).isEqualTo(201);
  }

  @Test
  void theSameCanBeTakenOutOnceHoweverItIsWritten() {
    assertThat(add("{\"kind\": \"artist\", \"artist\": \"Beyoncé\"}").status()).isEqualTo(201);
    assertThat(add("{\"kind\": \"artist\", \"artist\": \"BEYONCE\"}").status()).isEqualTo(409);
    assertThat(
            API.post(ROUTE)
                .as(API.user("Bob"))
                .json("{\"kind\": \"artist\", \"artist\": \"Beyoncé\"}")
                .send()
                .status())
        .isEqualTo(201);
  }

  @Test
  void thereAreNotMoreThanCanBe() {
    API.sql(
        """
        INSERT INTO taste_exclusions (id, user_id, kind, artist_name, artist_key, created_at)
        SELECT gen_random_uuid(), '%s', 'artist', CAST(n AS text), CAST(n AS text), '%s'
        FROM generate_series(1, %d) AS n
        """
            .formatted(ada.id(), Api.START, OwnExclusions.MOST));
    assertThat(add("{\"kind\": \"artist\", \"artist\": \"One more\"}").status()).isEqualTo(409);
  }

  @Test
  void theyAreInTheExportAndGoWithThePerson() {
    add("{\"kind\": \"artist\", \"artist\": \"Only mine\"}");
    assertThat(API.get("/v1/me/export").as(ada).send().body()).contains("Only mine");
    API.delete("/v1/me").as(ada).send();
    assertThat(API.query("SELECT id FROM taste_exclusions WHERE artist_name = 'Only mine'"))
        .isEmpty();
  }

  private Api.Answer add(String body) {
    return API.post(ROUTE).as(ada).json(body).send();
  }

  private static int count(User user) {
    return API.get(ROUTE).as(user).send().json().get("items").size();
  }
}
