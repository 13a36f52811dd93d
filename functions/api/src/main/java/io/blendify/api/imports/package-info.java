/**
 * Files that a person exported elsewhere: announcing, uploading, following what becomes of them.
 */
@NullMarked
package io.blendify.api.imports;

import org.jspecify.annotations.NullMarked;
