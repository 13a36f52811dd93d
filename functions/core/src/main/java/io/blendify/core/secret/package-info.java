/**
 * Values nobody may see and that change while we run: where they come from, how long they count.
 */
@NullMarked
package io.blendify.core.secret;

import org.jspecify.annotations.NullMarked;
