/** The database's roles: who may do what, and how each signs in. */
@NullMarked
package io.blendify.store.role;

import org.jspecify.annotations.NullMarked;
