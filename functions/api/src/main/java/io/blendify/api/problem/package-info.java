/** Every error as application/problem+json (RFC 9457), made in one place. */
@NullMarked
package io.blendify.api.problem;

import org.jspecify.annotations.NullMarked;
