/** Who is asking: signed session tokens, in a cookie or a bearer header, that can be revoked. */
@NullMarked
package io.blendify.api.session;

import org.jspecify.annotations.NullMarked;
