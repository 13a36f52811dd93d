/**
 * A fake of Spotify's accounts service and Web API, as spotify.md in the provider reference
 * describes them.
 */
@NullMarked
package io.blendify.sandbox.spotify;

import org.jspecify.annotations.NullMarked;
