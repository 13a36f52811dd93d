/**
 * Faithful fakes of the providers over real HTTP, for tests, the demo and load; no function imports
 * them.
 */
@NullMarked
package io.blendify.sandbox;

import org.jspecify.annotations.NullMarked;
