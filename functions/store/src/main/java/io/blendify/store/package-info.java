/** The store room. */
@NullMarked
package io.blendify.store;

import org.jspecify.annotations.NullMarked;
