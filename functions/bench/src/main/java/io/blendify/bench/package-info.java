/** Measures: the engine on real listeners, and the figures that the project promises. */
@NullMarked
package io.blendify.bench;

import org.jspecify.annotations.NullMarked;
