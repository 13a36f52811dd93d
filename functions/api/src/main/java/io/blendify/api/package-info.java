/** The HTTP API and the pages: what a person and their programs may ask, and how it is answered. */
@NullMarked
package io.blendify.api;

import org.jspecify.annotations.NullMarked;
