/** How fast warm reads are. */
@NullMarked
package io.blendify.bench.api;

import org.jspecify.annotations.NullMarked;
