/** The schema that anybody would write first: what the figures are measured against. */
@NullMarked
package io.blendify.bench.naive;

import org.jspecify.annotations.NullMarked;
