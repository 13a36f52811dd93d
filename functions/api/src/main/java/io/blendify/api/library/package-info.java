/** What a person has at their providers, now and at any moment since they came. */
@NullMarked
package io.blendify.api.library;

import org.jspecify.annotations.NullMarked;
