/** The aws room. */
@NullMarked
package io.blendify.aws;

import org.jspecify.annotations.NullMarked;
