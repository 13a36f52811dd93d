/** Whether this installation answers, and what it can be asked. */
@NullMarked
package io.blendify.api.health;

import org.jspecify.annotations.NullMarked;
