/** How a function works off a queue: messages in, the names of those that failed out. */
@NullMarked
package io.blendify.batch;

import org.jspecify.annotations.NullMarked;
