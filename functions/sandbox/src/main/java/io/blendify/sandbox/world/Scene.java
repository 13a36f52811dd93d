package io.blendify.sandbox.world;

import java.util.List;

/**
 * A corner of music whose artists share genres and a way of naming things.
 *
 * @param artists names of its own that no pattern makes, among them such beyond ASCII and beyond
 *     the basic plane
 * @param titles track titles of its own, likewise
 * @param isrcCountry first two letters of its ISRCs
 * @param explicitShare share of its tracks that are marked explicit, 0 to 1
 * @param typicalSeconds usual length of a track
 */
record Scene(
    String key,
    List<String> genres,
    List<String> artists,
    List<String> colours,
    List<String> things,
    List<String> titles,
    String isrcCountry,
    double explicitShare,
    int typicalSeconds) {}
