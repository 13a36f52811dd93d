/**
 * An invented world of artists and listeners: every state of it is a pure function of seed, person
 * and instant.
 */
@NullMarked
package io.blendify.sandbox.world;

import org.jspecify.annotations.NullMarked;
