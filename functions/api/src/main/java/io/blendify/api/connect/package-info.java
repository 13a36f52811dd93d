/** Connecting accounts at music providers by OAuth, and disconnecting them. */
@NullMarked
package io.blendify.api.connect;

import org.jspecify.annotations.NullMarked;
