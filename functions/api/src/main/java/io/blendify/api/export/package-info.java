/** Everything that is kept about a person, for that person. */
@NullMarked
package io.blendify.api.export;

import org.jspecify.annotations.NullMarked;
