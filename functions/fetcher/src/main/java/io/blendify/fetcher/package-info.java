/** The fetcher room. */
@NullMarked
package io.blendify.fetcher;

import org.jspecify.annotations.NullMarked;
