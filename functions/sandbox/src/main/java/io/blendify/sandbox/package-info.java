/** The sandbox room. */
@NullMarked
package io.blendify.sandbox;

import org.jspecify.annotations.NullMarked;
