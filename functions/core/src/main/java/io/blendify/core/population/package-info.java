/** What is known of all people together: what goes with what, and what is usual. Values only. */
@NullMarked
package io.blendify.core.population;

import org.jspecify.annotations.NullMarked;
