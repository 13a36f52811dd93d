/** Packaged functions as Lambda runs them, without Lambda and without Docker. */
@NullMarked
package io.blendify.local.lambda;

import org.jspecify.annotations.NullMarked;
