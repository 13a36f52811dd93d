package io.blendify.core.blend;

import java.util.UUID;

/**
 * A participant as the engine sees one.
 *
 * @param scored what may be compared
 * @param mixed from what tracks may be taken
 * @param library evidence and description of the tracks in {@code mixed}
 */
record Member(UUID userId, String name, double weight, View scored, View mixed, Library library) {}
