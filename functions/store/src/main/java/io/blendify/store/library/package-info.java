/** What a person has at their providers, read back for any moment. */
@NullMarked
package io.blendify.store.library;

import org.jspecify.annotations.NullMarked;
