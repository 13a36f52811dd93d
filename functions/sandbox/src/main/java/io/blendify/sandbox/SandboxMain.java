package io.blendify.sandbox;

import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.World;
import io.blendify.sandbox.world.WorldOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the sandbox alone: {@code SandboxMain [port [seed]]}; port 0, or none, takes any free one.
 */
public final class SandboxMain {

  private SandboxMain() {}

  /**
   * Runs until the process is ended; ends with 1 when the port is taken and with 2 for arguments it
   * cannot read.
   */
  public static void main(String[] args) throws InterruptedException {
    int port;
    long seed;
    try {
      port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
      seed = args.length > 1 ? Long.parseLong(args[1]) : WorldOptions.defaults().seed();
    } catch (NumberFormatException e) {
      System.err.println("usage: SandboxMain [port [seed]]: " + e.getMessage());
      System.exit(2);
      return;
    }
    try {
      var world = World.of(WorldOptions.defaults().withSeed(seed));
      var sandbox = SpotifySandbox.start(world, SandboxClock.running(), port);
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      greet(sandbox, System.out);
      new CountDownLatch(1).await();
    } catch (IOException e) {
      System.err.println("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private static void greet(SpotifySandbox sandbox, PrintStream out) {
    var app = SpotifyApp.standard();
    out.println("Spotify sandbox");
    out.println("  accounts   " + sandbox.origin() + "  (/authorize, /api/token)");
    out.println("  Web API    " + sandbox.origin() + "/v1");
    out.println("  switches   " + sandbox.origin() + "/_sandbox");
    out.println("  app        client id " + app.clientId() + ", secret " + app.secret());
    out.println("  people");
    sandbox.world().demoPeople().forEach(p -> out.println("    " + p.key() + ": " + p.bio()));
  }
}
