/** Files that a person exported elsewhere: recognised by content, read as observations. */
@NullMarked
package io.blendify.core.file;

import org.jspecify.annotations.NullMarked;
