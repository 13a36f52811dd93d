/** JSON as providers send it: kept whole as text, and recognised again by what it says. */
@NullMarked
package io.blendify.providers.json;

import org.jspecify.annotations.NullMarked;
