/** Who listens like somebody, and what somebody could hear next. */
@NullMarked
package io.blendify.store.outlook;

import org.jspecify.annotations.NullMarked;
