/** What a person takes out of their taste, who listens like them, and what they could hear next. */
@NullMarked
package io.blendify.api.taste;

import org.jspecify.annotations.NullMarked;
