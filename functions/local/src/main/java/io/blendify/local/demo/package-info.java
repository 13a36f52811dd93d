/** The main job, done unattended through the public HTTP API and told step by step. */
@NullMarked
package io.blendify.local.demo;

import org.jspecify.annotations.NullMarked;
