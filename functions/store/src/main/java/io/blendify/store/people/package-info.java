/**
 * Who uses the installation: people, their live sessions, and who is about to connect an account.
 */
@NullMarked
package io.blendify.store.people;

import org.jspecify.annotations.NullMarked;
