/** What syncing costs: rows, bytes, messages and time, against what anybody would write first. */
@NullMarked
package io.blendify.bench.sync;

import org.jspecify.annotations.NullMarked;
