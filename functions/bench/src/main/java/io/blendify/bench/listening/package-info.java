/** Gives the engine worlds of real listening data, and writes down what it says of them. */
@NullMarked
package io.blendify.bench.listening;

import org.jspecify.annotations.NullMarked;
