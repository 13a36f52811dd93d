/** The migrate function: brings the database to the schema that this version of the code needs. */
@NullMarked
package io.blendify.migrate;

import org.jspecify.annotations.NullMarked;
