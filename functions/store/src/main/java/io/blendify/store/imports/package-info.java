/** Uploaded files on their way into the history: what became of each. */
@NullMarked
package io.blendify.store.imports;

import org.jspecify.annotations.NullMarked;
