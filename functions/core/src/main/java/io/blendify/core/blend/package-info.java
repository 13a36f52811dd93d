/** How well tastes match and why, and the playlist that suits all: pure functions over profiles. */
@NullMarked
package io.blendify.core.blend;

import org.jspecify.annotations.NullMarked;
