/**
 * Files that a person exported elsewhere: Spotify's two data packages, Exportify, ListenBrainz,
 * Last.fm and M3U8. Recognised by content, read as a stream. README.md here says what is taken.
 */
@NullMarked
package io.blendify.providers.file;

import org.jspecify.annotations.NullMarked;
