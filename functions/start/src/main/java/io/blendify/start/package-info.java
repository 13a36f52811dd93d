/** How a packaged function starts: it knows its beans by name, and loads the few that it needs. */
@NullMarked
package io.blendify.start;

import org.jspecify.annotations.NullMarked;
