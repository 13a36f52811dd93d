/** Keeps people from trying passwords, and from filling the system with accounts. */
@NullMarked
package io.blendify.api.limit;

import org.jspecify.annotations.NullMarked;
