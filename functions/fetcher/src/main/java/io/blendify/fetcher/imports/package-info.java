/** Reads an uploaded file into the person's history, and says what became of it. */
@NullMarked
package io.blendify.fetcher.imports;

import org.jspecify.annotations.NullMarked;
