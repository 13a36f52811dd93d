/** The taste space: learnt once a day, read for every blend. */
@NullMarked
package io.blendify.store.space;

import org.jspecify.annotations.NullMarked;
