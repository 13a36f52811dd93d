/** The blend room. */
@NullMarked
package io.blendify.blend;

import org.jspecify.annotations.NullMarked;
