/** How fast tastes are read and blends are made. */
@NullMarked
package io.blendify.bench.blend;

import org.jspecify.annotations.NullMarked;
