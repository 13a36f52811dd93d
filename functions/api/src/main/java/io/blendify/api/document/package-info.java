/** The API's own description: OpenAPI, generated from the code when it is compiled. */
@NullMarked
package io.blendify.api.document;

import org.jspecify.annotations.NullMarked;
