package io.blendify.blend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** How the engine's values stand in JSON: empty and absent members are written out. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
interface WholeJson {}
