/**
 * The whole system in one process on a laptop: embedded PostgreSQL and SQS, the provider sandbox,
 * and the real function handlers fed with the events that AWS would send them.
 */
@NullMarked
package io.blendify.local;

import org.jspecify.annotations.NullMarked;
