/** The migrate room. */
@NullMarked
package io.blendify.migrate;

import org.jspecify.annotations.NullMarked;
