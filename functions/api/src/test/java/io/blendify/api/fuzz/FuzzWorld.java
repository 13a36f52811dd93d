package io.blendify.api.fuzz;

import io.blendify.api.Api;
import io.blendify.api.Api.User;
import io.blendify.api.FakeListing;
import io.blendify.api.FakeSignIn;
import io.blendify.api.imports.FakeFiles;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two people who share nothing, each with things of their own that bear their mark. */
final class FuzzWorld {

  final Api api =
      Api.start(
          new FakeSignIn(), new FakeListing(Resource.TOP_TRACKS, List.of("top")), new FakeFiles());
  private final List<String> ids = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();

  /**
   * @param mark stands in everything that is this person's alone
   */
  record Person(User user, String mark) {}

  FuzzWorld() {
    add();
    add();
    ids.add(UUID.randomUUID().toString());
  }

  List<Person> people() {
    return people;
  }

  /** Somebody deleted their account: another comes in their place. */
  void replace(Person gone) {
    people.remove(gone);
    add();
  }

  /** Sessions end and things pile up: all begin anew. */
  void renew() {
    List.copyOf(people).forEach(this::replace);
  }

  private void add() {
    var mark = "mark" + UUID.randomUUID().toString().replace("-", "");
    var user = api.user(mark);
    var person = new Person(user, mark);
    var blend = api.post("/v1/blends").as(user).json("{\"name\": \"" + mark + "\"}").send();
    var blendId = blend.json().get("blend").get("id").getStringValue();
    ids.add(blendId);
    ids.add(api.post("/v1/blends/" + blendId + "/invitations").as(user).send().text("id"));
    var file = "{\"file_name\": \"" + mark + ".zip\", \"size_bytes\": 5}";
    ids.add(api.post("/v1/imports").as(user).json(file).send().text("id"));
    ids.add("list-" + mark);
    library(person);
    people.add(person);
  }

  private void library(Person person) {
    api.sql(
        """
        INSERT INTO provider_connections
          (id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
        VALUES (gen_random_uuid(), '%1$s', 'tunes', '%3$s', 'active', '%2$s', '%2$s', '%2$s');
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        VALUES ('tunes', 'playlist', 'list-%3$s');
        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, sha256('%3$s'), '<script>alert("%3$s")</script>', '{}', '%2$s'
        FROM catalog.items WHERE provider_item_id = 'list-%3$s';
        INSERT INTO history.memberships
          (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
        SELECT '%1$s', 'tunes', 'playlists', item_id, id, 'added', '%2$s', gen_random_uuid()
        FROM catalog.item_versions WHERE content_hash = sha256('%3$s');
        """
            .formatted(person.user().id(), Api.START, person.mark()));
  }

  /** Values that mean something at a place of this name. */
  List<String> known(String name) {
    return name.equals("provider") ? List.of("tunes", "spotify", "file", "nobody") : ids;
  }
}
