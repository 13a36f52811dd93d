/** What the whole project talks about. Values and abilities only: no framework, no I/O, no SQL. */
@NullMarked
package io.blendify.core;

import org.jspecify.annotations.NullMarked;
