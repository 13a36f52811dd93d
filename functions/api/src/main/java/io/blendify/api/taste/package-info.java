/** What a person takes out of their taste. */
@NullMarked
package io.blendify.api.taste;

import org.jspecify.annotations.NullMarked;
