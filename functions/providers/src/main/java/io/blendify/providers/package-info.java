/** The providers room. */
@NullMarked
package io.blendify.providers;

import org.jspecify.annotations.NullMarked;
