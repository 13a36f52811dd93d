/** How fetching stands: jobs and their leases, the state of each listing, and pauses. */
@NullMarked
package io.blendify.store.sync;

import org.jspecify.annotations.NullMarked;
