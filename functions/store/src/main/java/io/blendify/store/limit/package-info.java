/** How often somebody may try something. */
@NullMarked
package io.blendify.store.limit;

import org.jspecify.annotations.NullMarked;
