/** Asking for a sync, and seeing how current everything is. */
@NullMarked
package io.blendify.api.sync;

import org.jspecify.annotations.NullMarked;
