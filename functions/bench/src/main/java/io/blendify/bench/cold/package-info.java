/** How long a function takes from nothing to its first answer. */
@NullMarked
package io.blendify.bench.cold;

import org.jspecify.annotations.NullMarked;
