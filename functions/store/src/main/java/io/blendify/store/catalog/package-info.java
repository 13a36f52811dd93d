/**
 * What things are: items, their descriptions by content, and what of them drifts. Rows are only
 * added.
 */
@NullMarked
package io.blendify.store.catalog;

import org.jspecify.annotations.NullMarked;
