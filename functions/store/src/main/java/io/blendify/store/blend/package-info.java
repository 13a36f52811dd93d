/** The computations of blends and what they gave: refreshes, tracks, scores. */
@NullMarked
package io.blendify.store.blend;

import org.jspecify.annotations.NullMarked;
