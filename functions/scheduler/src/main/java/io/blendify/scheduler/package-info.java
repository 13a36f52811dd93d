/** The scheduler room. */
@NullMarked
package io.blendify.scheduler;

import org.jspecify.annotations.NullMarked;
