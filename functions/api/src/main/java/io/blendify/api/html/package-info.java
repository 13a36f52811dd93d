/** Turns templates into HTML. Templates are classes by the time they run; all text is escaped. */
@NullMarked
package io.blendify.api.html;

import org.jspecify.annotations.NullMarked;
