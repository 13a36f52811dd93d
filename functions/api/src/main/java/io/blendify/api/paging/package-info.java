/** Pages of a listing and the opaque cursors that lead from one to the next. */
@NullMarked
package io.blendify.api.paging;

import org.jspecify.annotations.NullMarked;
