package io.blendify.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.blendify.local.demo.MainJob;
import io.blendify.local.server.DataFolder;
import io.blendify.local.server.LocalFault;
import io.blendify.local.server.LocalSystem;
import io.blendify.local.server.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole system: a demo on empty data, whose data is kept; another one on empty data; and a
 * system on the kept data, which stays for all tests and is stopped by the last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LocalSystemIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Progress SILENT =
      new Progress(new PrintStream(OutputStream.nullOutputStream()));

  @TempDir static Path folder;

  private static Told kept;
  private static DataFolder data;
  private static LocalSystem system;

  @BeforeAll
  static void start() {
    kept = Told.by("demo", "--port=0", "--data=" + folder);
    assertThat(kept.exit()).as(kept.text()).isZero();
    data = DataFolder.kept(folder);
    system = LocalSystem.start(settings(0, 0), data, SILENT);
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
      data.close();
    }
  }

  private static LocalSystem.Settings settings(int port, int sandboxPort) {
    return new LocalSystem.Settings(port, sandboxPort, 1, null);
  }

  @Test
  @Order(1)
  void whoConnectedIsReadOnAfterARestartWithoutConnectingAgain() throws Exception {
    assertThat(system.providers().spotify().orElseThrow().connected())
        .extracting(person -> person.key())
        .containsExactly("mira", "aiko");
    system.clock().advance(Duration.ofDays(2));
    try (var client = client()) {
      var requests = system.providers().spotify().orElseThrow().requests();
      await(() -> requests.to("/v1/me/top/*").size() >= 12);
      assertThat(requests.to("/api/token")).isNotEmpty().allMatch(one -> one.status() == 200);
      signIn(client, "mira");
      await(() -> states(client).noneMatch(state -> state.matches("syncing|never_synced")));
      assertThat(get(client, "/v1/connections").findValuesAsText("status")).containsOnly("active");
    }
  }

  @Test
  @Order(2)
  void theDemoGivesTheSameBlendEachTimeOnEmptyData() {
    var other = Told.by("demo", "--port=0");
    assertThat(other.exit()).as(other.text()).isZero();
    assertThat(Told.blend(other.text()))
        .contains("What the points come from", "The playlist begins", " 10. ")
        .isEqualTo(Told.blend(kept.text()));
    assertThat(kept.text())
        .contains("Mira signs up", "Jonas signs up")
        .doesNotContain("earlier run");
  }

  @Test
  @Order(3)
  void theDemoOnKeptDataSignsInAndRefreshesTheBlendThatIsThere() throws Exception {
    var again = Told.during(progress -> new MainJob(system, true, progress).run());
    assertThat(again)
        .contains("Mira signs in by connecting Spotify", "Jonas signs in with an e-mail address")
        .contains("Their blend is asked for anew", "The playlist begins");
    try (var client = client()) {
      signIn(client, "mira");
      assertThat(get(client, "/v1/blends").get("items")).hasSize(1);
    }
  }

  @Test
  @Order(4)
  void aFileIsTakenAsItIsAndAsAPartOfAForm() throws Exception {
    try (var client = client()) {
      signUp(client);
      var raw =
          send(
              client,
              request("/v1/imports?file_name=my.zip")
                  .header("Content-Type", "application/zip")
                  .POST(BodyPublishers.ofByteArray(history("a"))));
      assertThat(raw.statusCode()).as(raw.body()).isEqualTo(202);
      var done = completed(client, JSON.readTree(raw.body()));
      assertThat(done.get("file_name").asText()).isEqualTo("my.zip");
      assertThat(done.at("/added/recently_played").asInt()).isEqualTo(2);

      var form = send(client, form("name.zip", history("b")));
      assertThat(form.statusCode()).as(form.body()).isEqualTo(202);
      var second = completed(client, JSON.readTree(form.body()));
      assertThat(second.get("file_name").asText()).isEqualTo("name.zip");
      assertThat(second.at("/added/recently_played").asInt()).isEqualTo(2);

      var repeated = send(client, form("name.zip", history("b")));
      var third = completed(client, JSON.readTree(repeated.body()));
      assertThat(third.at("/added/recently_played").asInt()).isZero();
    }
  }

  @Test
  @Order(5)
  void whatIsNoUploadIsRefused() throws Exception {
    try (var client = client()) {
      var zip =
          request("/v1/imports")
              .header("Content-Type", "application/zip")
              .POST(BodyPublishers.ofByteArray(history("a")));
      assertThat(send(client, zip).statusCode()).as("nobody is signed in").isEqualTo(401);
      signUp(client);
      var chunked =
          request("/v1/imports")
              .header("Content-Type", "application/zip")
              .POST(
                  BodyPublishers.ofInputStream(
                      () -> new java.io.ByteArrayInputStream(new byte[9])));
      assertThat(send(client, chunked).statusCode()).isEqualTo(411);
      var fileless =
          request("/v1/imports")
              .header("Content-Type", "multipart/form-data; boundary=x")
              .POST(
                  BodyPublishers.ofString(
                      "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n"));
      assertThat(send(client, fileless).body()).contains("The form holds no file.");
      var broken =
          request("/v1/imports")
              .header("Content-Type", "multipart/form-data")
              .POST(BodyPublishers.ofString("anything"));
      assertThat(send(client, broken).body()).contains("The form cannot be read.");
      assertThat(get(client, "/v1/imports").get("items")).isEmpty();
    }
  }

  @Test
  @Order(6)
  void theClocksPageLetsDaysPassAndTellsWhatHappened() throws Exception {
    try (var client = client()) {
      var before = system.clock().instant();
      var page = send(client, request("/_local/clock").GET()).body();
      assertThat(page)
          .contains("2026</h1>", "Let ten days pass", "connected")
          .doesNotContain("Since");
      var moved = send(client, press("days=10"));
      assertThat(moved.statusCode()).isEqualTo(303);
      assertThat(Duration.between(before, system.clock().instant()))
          .isGreaterThan(Duration.ofDays(9));
      assertThat(send(client, request("/_local/clock").GET()).body())
          .contains("<h2>Since ", "<strong>Mira Abendroth</strong> played ", "asOf=2026-11-");
      assertThat(send(client, press("days=11")).statusCode()).isEqualTo(400);
      assertThat(
              send(client, press("days=1").setHeader("Origin", "http://evil.invalid")).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  @Order(7)
  void aTakenPortIsOneLine() throws IOException {
    try (var empty = DataFolder.temporary()) {
      int port = system.url().getPort();
      assertThatThrownBy(() -> LocalSystem.start(settings(port, 0), empty, SILENT))
          .isInstanceOf(LocalFault.class)
          .hasMessage("port " + port + " is taken: choose another with --port or BLENDIFY_PORT");
      int sandbox = system.providers().spotify().orElseThrow().origin().getPort();
      assertThatThrownBy(() -> LocalSystem.start(settings(0, sandbox), empty, SILENT))
          .isInstanceOf(LocalFault.class)
          .hasMessage("port " + sandbox + " is taken: choose another with --sandbox-port");
    }
  }

  @Test
  @Order(8)
  void aSecondSystemOnTheFolderIsOneLine() {
    var second = Told.by("demo", "--port=0", "--data=" + folder);
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.text().lines())
        .endsWith("blendify: another Blendify is running on the data folder " + folder)
        .hasSize(2);
  }

  @Test
  @Order(9)
  void everyReadAnswersWhatTheDescriptionSays() throws Exception {
    try (var client = client()) {
      var described = Described.by(send(client, request("/v1/openapi.yaml").GET()).body());
      signIn(client, "mira");
      var blend = "/v1/blends/" + get(client, "/v1/blends").at("/items/0/id").asText();
      assertThat(send(client, request("/v1/me/findable").PUT(BodyPublishers.noBody())).statusCode())
          .isEqualTo(200);
      var playlist = get(client, "/v1/me/playlists").at("/items/0/playlist_id").asText();
      var invitation = sent(client, blend + "/invitations").get("token").asText();
      var read = new HashMap<String, JsonNode>();
      var faults = new TreeSet<String>();
      for (var path : described.reads()) {
        var address =
            path.replace("/v1/blends/{id}", blend)
                .replace("/playlists/{id}", "/playlists/" + playlist)
                .replace("{token}", invitation);
        if (!address.contains("{")) {
          var answer = get(client, address + "?limit=20&metadata=true");
          faults.addAll(described.faults(path, answer));
          read.put(path, answer);
        }
      }
      assertThat(faults).isEmpty();
      assertThat(described.reads()).hasSizeBetween(read.size(), read.size() + 2);
      assertThat(read).containsKeys("/v1/blends/{id}", "/v1/invitations/{token}", "/v1/me/profile");
      assertThat(read.get("/v1/me/saved-tracks").at("/items/0/track_metadata")).isNotEmpty();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void stoppingFreesPortsProcessAndFolder() throws Exception {
    var port = system.url().getPort();
    var sandbox = system.providers().spotify().orElseThrow().origin().getPort();
    var pid = folder.resolve("postgresql/postmaster.pid");
    int database = Integer.parseInt(Files.readAllLines(pid).get(3));

    system.close();
    data.close();

    for (int freed : new int[] {port, sandbox, database}) {
      try (var socket = new ServerSocket(freed, 1, InetAddress.getByName("127.0.0.1"))) {
        assertThat(socket.isBound()).isTrue();
      }
    }
    assertThat(pid).doesNotExist();
    DataFolder.kept(folder).close();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(new CookieManager(null, java.net.CookiePolicy.ACCEPT_ALL))
        .build();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(system.url().resolve(path))
        .timeout(Duration.ofMinutes(1))
        .header("Origin", system.url().toString());
  }

  private static HttpRequest.Builder press(String form) {
    return request("/_local/clock")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static HttpRequest.Builder form(String name, byte[] file) throws IOException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/zip\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return request("/v1/imports")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode get(HttpClient client, String path)
      throws IOException, InterruptedException {
    var answer = send(client, request(path).GET());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** By Spotify, as somebody who connected it before. */
  private static void signIn(HttpClient client, String person) throws Exception {
    var consent = location(send(client, request("/v1/connect/spotify").GET()));
    var back =
        location(send(client, HttpRequest.newBuilder(URI.create(consent + "&login=" + person))));
    assertThat(send(client, HttpRequest.newBuilder(back)).statusCode()).isLessThan(400);
  }

  private static URI location(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static void signUp(HttpClient client) throws Exception {
    var address = "listener" + System.nanoTime() + "@example.com";
    var wish = Map.of("email", address, "password", "long enough a secret", "display_name", "Ada");
    var credentials = Map.of("email", address, "password", "long enough a secret");
    for (var step : Map.of("/v1/users", wish).entrySet()) {
      assertThat(post(client, step.getKey(), step.getValue())).isEqualTo(201);
    }
    assertThat(post(client, "/v1/sessions", credentials)).isBetween(200, 201);
  }

  private static int post(HttpClient client, String path, Map<String, String> body)
      throws Exception {
    return send(
            client,
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))))
        .statusCode();
  }

  private static JsonNode sent(HttpClient client, String path) throws Exception {
    var answer = send(client, request(path).POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static java.util.stream.Stream<String> states(HttpClient client) throws Exception {
    return get(client, "/v1/me/syncs").get("items").findValuesAsText("state").stream();
  }

  private static JsonNode completed(HttpClient client, JsonNode upload) throws Exception {
    var path = "/v1/imports/" + upload.get("id").asText();
    await(() -> get(client, path).get("status").asText().matches("completed|refused|failed"));
    var done = get(client, path);
    assertThat(done.get("status").asText()).as(done.toString()).isEqualTo("completed");
    return done;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(100);
    }
  }

  /** Two plays, as Spotify's extended streaming history has them. */
  private static byte[] history(String title) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("Streaming_History_Audio_2024_0.json"));
      zip.write(
          ("[" + play(title, 1) + "," + play(title, 2) + "]").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static String play(String title, int minute) {
    return """
        {"ts": "2024-05-01T10:0%d:00Z", "ms_played": 200000, "master_metadata_track_name": "%s%d",
         "master_metadata_album_artist_name": "Paper Harbour", "master_metadata_album_album_name": "Low Tide",
         "spotify_track_uri": "spotify:track:0cTrackExample%s00000%d", "episode_name": null, "skipped": false}"""
        .formatted(minute, title, minute, title.repeat(2), minute);
  }
}
