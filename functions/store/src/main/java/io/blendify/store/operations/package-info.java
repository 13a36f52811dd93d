/** How the installation does, over all people: for whoever operates it. Names nobody. */
@NullMarked
package io.blendify.store.operations;

import org.jspecify.annotations.NullMarked;
