/** Everything that is kept about one person, row by row. */
@NullMarked
package io.blendify.store.export;

import org.jspecify.annotations.NullMarked;
