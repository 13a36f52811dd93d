/** Queues and files on AWS, for the functions that have them at run time. */
@NullMarked
package io.blendify.aws;

import org.jspecify.annotations.NullMarked;
