/** Blends as those see them who take part: making, inviting, joining, leaving, reading. */
@NullMarked
package io.blendify.api.blending;

import org.jspecify.annotations.NullMarked;
