/** People: signing up, signing in and out, and what the installation knows of oneself. */
@NullMarked
package io.blendify.api.user;

import org.jspecify.annotations.NullMarked;
