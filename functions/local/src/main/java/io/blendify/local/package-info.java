/** The local room. */
@NullMarked
package io.blendify.local;

import org.jspecify.annotations.NullMarked;
