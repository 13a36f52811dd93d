package io.blendify.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportRoutesIT {

  private static final FakeFiles FILES = new FakeFiles();
  private static final Api API = Api.start(FILES);

  private static String announce(Api.User user, int size) {
    var answer =
        API.post("/v1/imports")
            .as(user)
            .json("{\"file_name\": \"history.zip\", \"size_bytes\": " + size + "}")
            .send();
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().get("id").getStringValue();
  }

  private static String key(String id) {
    return "imports/" + id;
  }

  @Test
  void anAnnouncedFileGetsAnAddressAndIsQueuedOnceItIsThere() {
    var ada = API.user("Ada");
    var id = announce(ada, 5);
    FILES.contents.put(key(id), "hello");

    var answer = API.post("/v1/imports/" + id + "/completion").as(ada).send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("status").getStringValue()).isEqualTo("queued");
    assertThat(API.query("SELECT resource FROM sync_jobs WHERE list_key = '" + id + "'"))
        .containsExactly("import");
    assertThat(API.query("SELECT sent_at IS NOT NULL FROM sync_jobs WHERE list_key = '" + id + "'"))
        .containsExactly("t");
  }

  @Test
  void aFileThatHasNotArrivedIsNotRead() {
    var ada = API.user("Ada");
    var id = announce(ada, 5);
    assertThat(API.post("/v1/imports/" + id + "/completion").as(ada).json("{}").send().status())
        .isEqualTo(409);
  }

  @Test
  void aFileOfAnotherSizeIsThrownAway() {
    var ada = API.user("Ada");
    var id = announce(ada, 5);
    FILES.contents.put(key(id), "hello, more than that");
    assertThat(API.post("/v1/imports/" + id + "/completion").as(ada).json("{}").send().status())
        .isEqualTo(409);
    assertThat(FILES.contents).doesNotContainKey(key(id));
  }

  @Test
  void aFileIsQueuedOnlyOnce() {
    var ada = API.user("Ada");
    var id = announce(ada, 5);
    FILES.contents.put(key(id), "hello");
    API.post("/v1/imports/" + id + "/completion").as(ada).json("{}").send();
    assertThat(API.post("/v1/imports/" + id + "/completion").as(ada).json("{}").send().status())
        .isEqualTo(409);
    assertThat(API.query("SELECT count(*) FROM sync_jobs WHERE list_key = '" + id + "'"))
        .containsExactly("1");
  }

  @Test
  void importsAreListedNewestFirstPageByPage() {
    var ada = API.user("Ada");
    var first = announce(ada, 1);
    API.clock.advance(Duration.ofMinutes(1));
    var second = announce(ada, 2);
    var page = API.get("/v1/imports?limit=1").as(ada).send().json();
    assertThat(page.get("items").get(0).get("id").getStringValue()).isEqualTo(second);
    var rest =
        API.get("/v1/imports?limit=1&cursor=" + page.get("next_cursor").getStringValue())
            .as(ada)
            .send()
            .json();
    assertThat(rest.get("items").get(0).get("id").getStringValue()).isEqualTo(first);
  }

  @Test
  void somebodyElsesImportIsNotFound() {
    var id = announce(API.user("Ada"), 5);
    var eve = API.user("Eve");
    assertThat(API.get("/v1/imports/" + id).as(eve).send().status()).isEqualTo(404);
    assertThat(API.post("/v1/imports/" + id + "/completion").as(eve).json("{}").send().status())
        .isEqualTo(404);
  }

  @Test
  void nobodyHoldsMoreThanTenFilesInTheQueue() {
    var ada = API.user("Ada");
    for (int i = 1; i <= 10; i++) {
      announce(ada, i);
    }
    assertThat(
            API.post("/v1/imports")
                .as(ada)
                .json("{\"file_name\": \"one more\", \"size_bytes\": 1}")
                .send()
                .status())
        .isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"file_name\": \"x\"}",
        "{\"file_name\": \"x\", \"size_bytes\": 0}",
        "{\"file_name\": \"x\", \"size_bytes\": -1}",
        "{\"file_name\": \"x\", \"size_bytes\": \"many\"}",
        "{\"file_name\": \"\", \"size_bytes\": 1}",
        "{\"file_name\": 5",
      })
  void aBadAnnouncementIsAProblemAndLeavesNoTrace(String body) {
    var ada = API.user("Ada");
    var before = API.contents();
    var answer = API.post("/v1/imports").as(ada).json(body).send();
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void aFileLargerThanAllowedIsRefusedBeforeItIsSent() {
    var answer =
        API.post("/v1/imports")
            .as(API.user("Ada"))
            .json("{\"file_name\": \"x\", \"size_bytes\": 99999999999}")
            .send();
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void bytesInPlaceOfAnAnnouncementAreAProblemThatSaysWhatToDo() {
    var answer = API.post("/v1/imports").as(API.user("Ada")).body("application/zip", "PK").send();
    assertThat(answer.status()).isEqualTo(415);
  }
}
