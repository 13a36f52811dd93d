package io.blendify.local.server;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a function finds around it on AWS, on this machine: a database with its schema, queues and
 * secrets. For processes other than this one, which get it as environment variables.
 */
public final class Surroundings implements AutoCloseable {

  private final Database database;
  private final Queues queues;
  private final Keys keys;

  private Surroundings(Database database, Queues queues, Keys keys) {
    this.database = database;
    this.queues = queues;
    this.keys = keys;
  }

  /** Throws LocalFault where a part cannot start. */
  public static Surroundings start(DataFolder folder) {
    try {
      var keys = Keys.in(folder);
      var surroundings = new Surroundings(Database.start(folder), Queues.start(), keys);
      surroundings.database.migrate();
      return surroundings;
    } catch (IOException e) {
      throw new LocalFault("cannot start what the function needs: " + e.getMessage(), e);
    }
  }

  /** The variables that the template sets, with values of this machine. */
  public Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    variables.put("BLENDIFY_DATABASE_URL", database.url());
    variables.put("BLENDIFY_DATABASE_USER", "blendify_app");
    variables.put("BLENDIFY_DATABASE_PASSWORD", "local");
    variables.put("BLENDIFY_TOKEN_KEYSET", keys.tokenKeyset());
    variables.put("BLENDIFY_SESSION_KEY", keys.sessionKey());
    variables.put("BLENDIFY_PUBLIC_URL", "https://api.example.com");
    variables.put("BLENDIFY_UPLOADS_BUCKET", "blendify-uploads");
    variables.put("SPOTIFY_CLIENT_ID", "local");
    variables.put("SPOTIFY_CLIENT_SECRET", "local");
    var endpoint = System.getProperty("aws.endpointUrlSqs");
    if (endpoint != null) {
      variables.put("AWS_ENDPOINT_URL_SQS", endpoint);
    }
    queues.urls().forEach((name, url) -> variables.put(variable(name), url));
    return variables;
  }

  /** The same for who makes roles and applies migrations. */
  public Map<String, String> administratorsEnvironment() {
    var variables = new HashMap<>(environment());
    variables.put("BLENDIFY_DATABASE_USER", Database.ADMINISTRATOR);
    return variables;
  }

  private static String variable(String queue) {
    return "BLENDIFY_QUEUES_" + queue.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public void close() {
    queues.close();
    try {
      database.close();
    } catch (IOException e) {
      throw new LocalFault("the database did not stop: " + e.getMessage(), e);
    }
  }
}
