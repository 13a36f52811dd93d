/** When two items of two providers are one recording. */
@NullMarked
package io.blendify.core.recording;

import org.jspecify.annotations.NullMarked;
