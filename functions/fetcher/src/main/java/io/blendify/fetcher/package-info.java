/**
 * Reads what a job asks for, page by page, and hands it to the store. Knows no provider by name.
 */
@NullMarked
package io.blendify.fetcher;

import org.jspecify.annotations.NullMarked;
