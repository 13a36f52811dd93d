/** The vocabulary of jobs: what is fetched, how it stands, and why it waits. */
@NullMarked
package io.blendify.core.sync;

import org.jspecify.annotations.NullMarked;
