/**
 * Secrets by their settings: the value itself, or where it lies; and none of them in a snapshot.
 */
@NullMarked
package io.blendify.store.secret;

import org.jspecify.annotations.NullMarked;
