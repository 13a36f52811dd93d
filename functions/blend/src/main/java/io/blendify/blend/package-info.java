/** Builds taste profiles from history, and scores and fills blends from profiles. */
@NullMarked
package io.blendify.blend;

import org.jspecify.annotations.NullMarked;
