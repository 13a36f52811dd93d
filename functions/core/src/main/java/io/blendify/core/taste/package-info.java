/** What a person likes, made from history: compact, and with the evidence for every weight. */
@NullMarked
package io.blendify.core.taste;

import org.jspecify.annotations.NullMarked;
