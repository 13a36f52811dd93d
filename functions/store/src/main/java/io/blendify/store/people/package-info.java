/** Who uses the installation, and which of their sessions are live. */
@NullMarked
package io.blendify.store.people;

import org.jspecify.annotations.NullMarked;
