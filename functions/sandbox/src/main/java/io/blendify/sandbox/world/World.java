package io.blendify.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The invented world. Whatever it is asked is a pure function of its options, the person and the
 * instant: asked again, in any order, on any machine, it answers the same.
 */
public final class World {

  /** From here on people change their libraries day by day; what lies before is their past. */
  public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  /** Playlists that the provider makes for everybody. */
  private static final List<String> OF_PROVIDER =
      List.of(
          "Discover Something", "Daily Mix 1", "Fresh Friday", "Deep Focus-ish", "All Out 1890s");

  private final WorldOptions options;
  private final Catalog catalog;
  private final Revisions revisions;
  private final List<Person> people;

  /** Whose a playlist is never changes, so what was found once is kept. */
  private final Map<String, Person> owners = new ConcurrentHashMap<>();

  private final Map<String, Playlist> ofProvider = new LinkedHashMap<>();
  private final Map<String, Listening> listenings = new ConcurrentHashMap<>();
  private final Map<String, Diary> diaries = new ConcurrentHashMap<>();
  private final Map<TopsKey, Tops> tops = Collections.synchronizedMap(new Recent<>(400));

  private record TopsKey(String person, LocalDate day) {}

  private World(WorldOptions options) {
    this.options = options;
    this.catalog = CatalogMaker.make(options.seed());
    this.revisions = new Revisions(options.seed(), catalog);
    this.people = People.make(options);
    for (var name : OF_PROVIDER) {
      var id = "37i9dQZF1" + Chance.base62(13, options.seed(), "of-provider", name);
      var kind = Playlist.Kind.OF_PROVIDER;
      ofProvider.put(
          id,
          new Playlist(id, null, name, "Made for everybody", true, Set.of(), kind, 1, List.of()));
    }
  }

  public static World of(WorldOptions options) {
    return new World(options);
  }

  public Catalog catalog() {
    return catalog;
  }

  /** What became of the catalogue since the world began. */
  public Revisions revisions() {
    return revisions;
  }

  public WorldOptions options() {
    return options;
  }

  /** Everybody, the demo people first. */
  public List<Person> people() {
    return people;
  }

  /** Those with a name and a bio that the demo offers. */
  public List<Person> demoPeople() {
    return people.stream().filter(Person::demo).toList();
  }

  /** By key, by the provider's id or by account id. */
  public Optional<Person> person(String keyOrId) {
    return people.stream()
        .filter(
            person ->
                person.key().equals(keyOrId)
                    || person.id().equals(keyOrId)
                    || person.accountId().equals(keyOrId))
        .findFirst();
  }

  /** Best first. */
  public List<Track> topTracks(Person person, TopRange range, Instant at) {
    return Objects.requireNonNull(tops(person, at).tracks().get(range)).stream()
        .map(id -> Objects.requireNonNull(catalog.track(id)))
        .toList();
  }

  /** Best first. */
  public List<Artist> topArtists(Person person, TopRange range, Instant at) {
    return Objects.requireNonNull(tops(person, at).artists().get(range)).stream()
        .map(id -> Objects.requireNonNull(catalog.artist(id)))
        .toList();
  }

  /** The newest plays up to the instant, newest first. */
  public List<Play> plays(Person person, Instant at, int limit) {
    return listening(person).before(at, limit);
  }

  /** Newest first, equal dates by id. */
  public List<Saved<Track>> savedTracks(Person person, Instant at) {
    return diary(person).at(at).tracks().values().stream()
        .map(saved -> new Saved<>(saved.what(), saved.at()))
        .sorted(newestFirst(Comparator.comparing(saved -> saved.what().id())))
        .toList();
  }

  /** Newest first, equal dates by id. */
  public List<Saved<Album>> savedAlbums(Person person, Instant at) {
    return diary(person).at(at).albums().values().stream()
        .map(saved -> new Saved<>(saved.what(), saved.at()))
        .sorted(newestFirst(Comparator.comparing(saved -> saved.what().id())))
        .toList();
  }

  /** In an order that says nothing; it is the order of a hash, as the provider promises none. */
  public List<Artist> followedArtists(Person person, Instant at) {
    return diary(person).at(at).artists().values().stream()
        .sorted(Comparator.comparingLong(artist -> place(artist.id())))
        .toList();
  }

  /**
   * Where an artist stands in the order of {@link #followedArtists}, whether or not anybody
   * follows.
   */
  public long place(String artistId) {
    return Chance.hash(options.seed(), "followed", artistId);
  }

  /** Own, shared and followed ones, newest in the list first. */
  public List<Playlist> playlists(Person person, Instant at) {
    var library = diary(person).at(at);
    var found = new ArrayList<Playlist>();
    for (var id : library.playlistIds()) {
      Optional.ofNullable(library.playlist(id)).or(() -> playlist(id, at)).ifPresent(found::add);
    }
    return found;
  }

  /** Whoever's it is; empty when it does not exist at the instant. */
  public Optional<Playlist> playlist(String id, Instant at) {
    if (ofProvider.containsKey(id)) {
      return Optional.ofNullable(ofProvider.get(id));
    }
    var known = owners.get(id);
    return known == null ? found(id, at) : Optional.ofNullable(diary(known).at(at).playlist(id));
  }

  private Optional<Playlist> found(String id, Instant at) {
    for (var person : people) {
      var playlist = diary(person).at(at).playlist(id);
      if (playlist != null) {
        owners.put(id, person);
        return Optional.of(playlist);
      }
    }
    return Optional.empty();
  }

  /** A thing in a library, and since when. */
  public record Saved<T>(T what, Instant at) {}

  private static <T> Comparator<Saved<T>> newestFirst(Comparator<Saved<T>> tie) {
    return Comparator.<Saved<T>, Instant>comparing(Saved::at).reversed().thenComparing(tie);
  }

  private Tops tops(Person person, Instant at) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return tops.computeIfAbsent(
        new TopsKey(person.key(), day), _ -> Tops.of(listening(person), day, options.topDepth()));
  }

  private Listening listening(Person person) {
    return listenings.computeIfAbsent(
        person.key(), _ -> new Listening(options.seed(), person, taste(person), catalog));
  }

  private Taste taste(Person person) {
    return new Taste(options.seed(), person, catalog);
  }

  private Diary diary(Person person) {
    return diaries.computeIfAbsent(person.key(), _ -> new Diary(person, writer(person)));
  }

  private @Nullable DiaryWriter writer(Person person) {
    if (person.isNew()) {
      return null;
    }
    var acquaintances = new Acquaintances(options.seed(), people, List.copyOf(ofProvider.keySet()));
    var picks = new Picks(taste(person), catalog, acquaintances.comesAcross(person));
    var friend = acquaintances.friendOf(person).orElse(null);
    var past = new Past(options.seed(), person, friend, picks, acquaintances.follows(person));
    return new DiaryWriter(options.seed(), person, past, picks);
  }
}
