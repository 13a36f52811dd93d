/** What things are: tracks, artists, albums and playlists, as a provider describes them. */
@NullMarked
package io.blendify.core.item;

import org.jspecify.annotations.NullMarked;
