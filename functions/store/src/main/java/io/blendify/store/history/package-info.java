/**
 * What people did: versions of lists, members of sets, plays. Rows are only added, and only once.
 */
@NullMarked
package io.blendify.store.history;

import org.jspecify.annotations.NullMarked;
