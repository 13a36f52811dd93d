/** Taste as rows: which recording an item is, profiles, and what is common. */
@NullMarked
package io.blendify.store.taste;

import org.jspecify.annotations.NullMarked;
