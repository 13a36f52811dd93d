/** The pages for people: plain HTML, without scripts. */
@NullMarked
package io.blendify.api.page;

import org.jspecify.annotations.NullMarked;
