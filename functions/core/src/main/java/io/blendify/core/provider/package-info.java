/** What a provider can be asked, and every way in which it may answer. */
@NullMarked
package io.blendify.core.provider;

import org.jspecify.annotations.NullMarked;
