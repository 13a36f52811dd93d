/**
 * What every fake provider shares: requests and answers over the JDK's server, faults on schedule,
 * a log of requests.
 */
@NullMarked
package io.blendify.sandbox.http;

import org.jspecify.annotations.NullMarked;
