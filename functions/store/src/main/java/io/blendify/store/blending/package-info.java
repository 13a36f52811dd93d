/** Who takes part in a blend, how they came to it, and what they agreed to. */
@NullMarked
package io.blendify.store.blending;

import org.jspecify.annotations.NullMarked;
