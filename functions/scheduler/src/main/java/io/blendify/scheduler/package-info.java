/**
 * Wakes what is due: listings, parked jobs, providers after a pause, and messages that were lost.
 */
@NullMarked
package io.blendify.scheduler;

import org.jspecify.annotations.NullMarked;
