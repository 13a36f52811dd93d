/** The rotate function: new keys and passwords in place of old ones, while everything goes on. */
@NullMarked
package io.blendify.rotate;

import org.jspecify.annotations.NullMarked;
