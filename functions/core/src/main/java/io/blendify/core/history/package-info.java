/** What people did with music, in words no provider owns. */
@NullMarked
package io.blendify.core.history;

import org.jspecify.annotations.NullMarked;
