package io.blendify.local.server;

import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Playlist;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person of the sandbox did from one moment to another, in words. */
record Doings(World world, Person person, Instant from, Instant until) {

  private static final int MOST_PLAYS = 2_000;

  /** "played 41 tracks, saved 2 tracks, edited 1 playlist"; "did nothing". */
  String inWords() {
    var words = new ArrayList<String>();
    say(words, "played", plays(), "track");
    var tracks = ids(at -> world.savedTracks(person, at), saved -> saved.what().id());
    var albums = ids(at -> world.savedAlbums(person, at), saved -> saved.what().id());
    var artists = ids(at -> world.followedArtists(person, at), artist -> artist.id());
    var playlists = ids(at -> world.playlists(person, at), Playlist::id);
    say(words, "saved", tracks.more(), "track");
    say(words, "removed", tracks.less(), "track");
    say(words, "saved", albums.more(), "album");
    say(words, "removed", albums.less(), "album");
    say(words, "followed", artists.more(), "artist");
    say(words, "unfollowed", artists.less(), "artist");
    say(words, "added", playlists.more(), "playlist");
    say(words, "dropped", playlists.less(), "playlist");
    say(words, "edited", edited(), "playlist");
    return words.isEmpty() ? "did nothing" : String.join(", ", words);
  }

  private static void say(List<String> words, String verb, long count, String what) {
    if (count > 0) {
      words.add(verb + " " + count + " " + what + (count == 1 ? "" : "s"));
    }
  }

  private long plays() {
    return world.plays(person, until, MOST_PLAYS).stream()
        .filter(play -> play.at().isAfter(from))
        .count();
  }

  private long edited() {
    Map<String, Integer> before =
        world.playlists(person, from).stream()
            .collect(Collectors.toMap(Playlist::id, Playlist::revision));
    return world.playlists(person, until).stream()
        .filter(
            playlist ->
                before.getOrDefault(playlist.id(), playlist.revision()) != playlist.revision())
        .count();
  }

  private record Difference(long more, long less) {}

  private <T> Difference ids(Function<Instant, List<T>> list, Function<T, String> id) {
    var before = list.apply(from).stream().map(id).collect(Collectors.toSet());
    var after = list.apply(until).stream().map(id).collect(Collectors.toSet());
    return new Difference(without(after, before), without(before, after));
  }

  private static long without(Set<String> all, Set<String> some) {
    var rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest.size();
  }
}
