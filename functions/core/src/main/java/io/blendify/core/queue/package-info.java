/** How the functions reach each other: ids on queues, nothing else. */
@NullMarked
package io.blendify.core.queue;

import org.jspecify.annotations.NullMarked;
