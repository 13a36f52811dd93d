/** Accounts that people connected: their standing, their sealed tokens, and who may renew them. */
@NullMarked
package io.blendify.store.connection;

import org.jspecify.annotations.NullMarked;
