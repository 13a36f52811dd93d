/** What the system tells its operator: what a piece of work belongs to, and its figures. */
@NullMarked
package io.blendify.core.watch;

import org.jspecify.annotations.NullMarked;
