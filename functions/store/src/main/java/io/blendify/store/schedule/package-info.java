/** What waits for a message that it was never sent, or that was lost, and pauses that are over. */
@NullMarked
package io.blendify.store.schedule;

import org.jspecify.annotations.NullMarked;
