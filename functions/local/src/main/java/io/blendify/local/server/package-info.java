/**
 * The parts that stand in for AWS: database, queues, HTTP front, timer, uploads, keys and clock.
 */
@NullMarked
package io.blendify.local.server;

import org.jspecify.annotations.NullMarked;
