/**
 * Tells the operator: log lines (the logging backend of SLF4J) and metrics (CloudWatch's embedded
 * metric format). Field names are those of Powertools for AWS Lambda.
 */
@NullMarked
package io.blendify.watch;

import org.jspecify.annotations.NullMarked;
