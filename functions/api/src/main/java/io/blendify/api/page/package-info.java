/** The pages for people: plain HTML, with one small script that only uploads cannot do without. */
@NullMarked
package io.blendify.api.page;

import org.jspecify.annotations.NullMarked;
