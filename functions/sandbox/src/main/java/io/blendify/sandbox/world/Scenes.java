package io.blendify.sandbox.world;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The scenes of the world. Every name is invented; genres are the plain words that people use for
 * music.
 */
final class Scenes {

  private static final Pattern COMMA = Pattern.compile(",\\s*");

  static final List<Scene> ALL =
      List.of(
          scene(
              "indie",
              "GB",
              0.06,
              214,
              "indie pop, dream pop, jangle pop, bedroom pop, shoegaze",
              "Märzlicht, Petite Averse, 🌊 Harbour Choir, Café Mélusine",
              "Paper, Pale, Soft, Window, Sunday, Velvet, Second, Little, Borrowed, Coastal, Plastic, Quiet",
              "Harbour, Lantern, Orchard, Kite, Postcard, Swimmer, Balcony, Tide, Cardigan, Cinema, Meadow, Static",
              "Été sans fin, Ampelgrün, Late Bus 🌙, Salt, Übermorgen, Crème fraîche"),
          scene(
              "rock",
              "US",
              0.09,
              238,
              "alternative rock, garage rock, post-punk, stoner rock, psychedelic rock",
              "Köln Süd Ost, Die Leitplanken, Señor Válvula",
              "Broken, Electric, Concrete, Copper, Loose, Rusted, Loud, Crooked, Desert, Idle, Motor, Sour",
              "Turbines, Ledger, Coyote, Amplifier, Highway, Parade, Switchblade, Factory, Wolves, Ceiling, Gravel, Riot",
              "Straße nach Norden, No Refunds, ¡Fuego lento!, 4/4"),
          scene(
              "hiphop",
              "US",
              0.55,
              192,
              "hip hop, boom bap, cloud rap, jazz rap, trap",
              "MC Pflaume, L'Étage Noir, 𝔑ebelhorn",
              "Gold, Young, Grand, Corner, Night, Cold, Heavy, Third, Uptown, Silver, Raw, Slow",
              "Ledgers, Prophet, Receipt, Avenue, Dice, Cipher, Elevator, Jersey, Ransom, Verse, Stoop, Engine",
              "Récidive, 100 % Wolle, Blocks & Bricks, Интро"),
          scene(
              "electronic",
              "DE",
              0.02,
              342,
              "techno, house, ambient techno, electro, breakbeat",
              "Nachtglas, Schaltkreis Süd, ∆lfa Ωmega, Мост 17",
              "Binary, Sub, Modular, Chrome, Parallel, Analog, Hollow, Acid, Phase, Carbon, Vector, Zero",
              "Circuit, Basement, Signal, Relay, Grid, Oscillator, Corridor, Pulse, Transit, Lattice, Filter, Drift",
              "Tür zu, 𝄞 minor, Überlauf, 5:00 früh, Переход"),
          scene(
              "jazz",
              "FR",
              0.0,
              372,
              "jazz, spiritual jazz, jazz fusion, nu jazz, cool jazz",
              "Quartett Öhlmann, Trio Façade, Żuraw Ensemble",
              "Blue, Modal, Midnight, Left-Hand, Smoky, Amber, Oblique, Upright, Winding, Lucid, Brass, Twilight",
              "Quintet, Stride, Alley, Cadence, Reed, Lamplight, Stairwell, Bassline, Interval, Orbit, Sextet, Waltz",
              "Après la pluie, Blues for Żaneta, Nº 9, Waltz in ⅞"),
          scene(
              "classical",
              "AT",
              0.0,
              318,
              "classical, chamber music, minimalism, piano, baroque",
              "Ансамбль Тихий Двор, Kammerorchester Glöckelberg, Anaïs Quèrnoux",
              "Grand, Northern, Winter, Old, Lesser, Royal, Inner, Seventh, Slow, Marble, Morning, Distant",
              "Ensemble, Sinfonietta, Fugue, Nocturne, Chapel, Prelude, Consort, Elegy, Sonata, Étude, Pavane, Chorale",
              "Präludium für Ölpapier, Ärzte-Walzer, Stück № 3, Étude pour la main gauche"),
          scene(
              "metal",
              "NO",
              0.18,
              331,
              "metal, black metal, doom metal, progressive metal, post-metal",
              "Mörkgrav, Ødeskog, Häxnatt, ᚠᚢᚦ",
              "Iron, Ashen, Black, Funeral, Frozen, Blood, Burning, Eternal, Carrion, Wretched, Thorn, Obsidian",
              "Monolith, Raven, Crypt, Cathedral, Winter, Serpent, Throne, Plague, Gallows, Abyss, Forge, Shroud",
              "Der lange Abschied, Når isen synger, ⛧ Descent, Å"),
          scene(
              "folk",
              "SE",
              0.01,
              226,
              "folk, nordic folk, americana, freak folk, singer-songwriter",
              "Ylva Granström, Lochan Óg, Łąka Mleczna",
              "Wooden, Barley, Wild, Gentle, Hollow, River, Homespun, Mossy, Lonesome, Copper, Tall, Harvest",
              "Fiddle, Valley, Sparrow, Kettle, Cabin, Ferry, Bramble, Hearth, Miller, Furrow, Heron, Almanac",
              "Vårvisa, Bóithrín, Letter from Åre, Kołysanka"),
          scene(
              "soul",
              "US",
              0.08,
              231,
              "soul, r&b, funk, neo soul, gospel",
              "Désirée Malone & the Late Shift, Bébé Tonnerre",
              "Honey, Sweet, Golden, Tender, Royal, Midnight, Warm, Southern, Gentle, Double, Satin, Lucky",
              "Sermon, Groove, Revue, Mercy, Sugar, Parlour, Testament, Thunder, Embrace, Horns, Devotion, Supper",
              "Ooh, Comme ça, Sunday Best ❤, Ti amo ancora"),
          scene(
              "pop",
              "KR",
              0.07,
              196,
              "pop, dance pop, synthpop, k-pop, hyperpop",
              "밤의 우산, ひかりの坂, 🜁irheads, 小さな灯台",
              "Neon, Candy, Crystal, Hyper, Pink, Digital, Sparkle, Future, Mirror, Lucky, Glitter, Summer",
              "Heart, Dance, Arcade, Umbrella, Satellite, Popsicle, Signal, Hologram, Perfume, Weekend, Diary, Voltage",
              "夜の雨, 안녕 내일, 💿 Rewind, Té quiero-ish, 𝓛ove 2.0"),
          scene(
              "latin",
              "BR",
              0.04,
              219,
              "bossa nova, cumbia, samba, reggaeton, tango",
              "Corazón de Níquel, Os Guarda-Chuvas, La Ñusta Eléctrica, João da Maré",
              "Luna, Barrio, Brisa, Sombra, Dulce, Vieja, Cielo, Nova, Fuego, Verde, Alma, Perla",
              "del Río, Marina, Tropical, del Sur, Nocturna, de Enero, Errante, Vagabunda, de Papel, Perdida, Secreta, Real",
              "Canción del Ñandú, Manhã de São Nunca, Año bisiesto, ¿Y mañana?, Coração à toa"),
          scene(
              "ambient",
              "IS",
              0.0,
              402,
              "ambient, drone, new age, field recordings, modern classical",
              "Jökulhljóð, Søvn & Tåge, 霧の海",
              "Slow, Glacial, Deep, Blue, Floating, Endless, Still, Tidal, Faint, Hidden, Weightless, Far",
              "Horizon, Fog, Lichen, Basin, Aurora, Stone, Breath, Archipelago, Snowfall, Estuary, Lullaby, Moss",
              "Þögn, 静けさ, Under the Ice II, Ljós, …"),
          scene(
              "afro",
              "NG",
              0.05,
              263,
              "afrobeat, highlife, amapiano, mbalax, desert blues",
              "Ọ̀rẹ́ Sound System, Les Étoiles de Kaédi, Ngọzi & the Palms",
              "Golden, Rising, Sahara, Harmattan, Royal, Dusty, Mighty, Palm, Savannah, Coastal, Silver, Happy",
              "Highlife, Caravan, Brothers, Market, Sunrise, Drums, Lagoon, Express, Orchestra, Guitars, Union, Stars",
              "Ẹ káàbọ̀, Désert bleu, Mama Adé, Sunday in Kaédi"));

  private Scenes() {}

  static List<String> words(String commaSeparated) {
    return COMMA.splitAsStream(commaSeparated).toList();
  }

  /** The scene of the key. */
  static Scene of(String key) {
    return ALL.stream().filter(scene -> scene.key().equals(key)).findFirst().orElseThrow();
  }

  private static Scene scene(
      String key,
      String isrcCountry,
      double explicitShare,
      int typicalSeconds,
      String genres,
      String artists,
      String colours,
      String things,
      String titles) {
    return new Scene(
        key,
        words(genres),
        words(artists),
        words(colours),
        words(things),
        words(titles),
        isrcCountry,
        explicitShare,
        typicalSeconds);
  }
}
