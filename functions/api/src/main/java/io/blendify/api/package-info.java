/** The api room. */
@NullMarked
package io.blendify.api;

import org.jspecify.annotations.NullMarked;
