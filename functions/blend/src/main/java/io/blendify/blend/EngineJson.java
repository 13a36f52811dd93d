package io.blendify.blend;

import io.blendify.core.blend.Component;
import io.blendify.core.blend.Interval;
import io.blendify.core.blend.PairScore;
import io.blendify.core.blend.Term;
import io.blendify.core.taste.ArtistTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.Signal;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import io.blendify.store.taste.TasteInputs;
import io.blendify.store.taste.Without;
import io.micronaut.serde.annotation.SerdeImport;

/** Which of core's values are written as JSON. */
@SerdeImport(value = TasteProfile.class, mixin = WholeJson.class)
@SerdeImport(value = TasteSource.class, mixin = WholeJson.class)
@SerdeImport(value = ArtistTaste.class, mixin = WholeJson.class)
@SerdeImport(value = RecordingTaste.class, mixin = WholeJson.class)
@SerdeImport(value = Signal.class, mixin = WholeJson.class)
@SerdeImport(value = TasteInputs.class, mixin = WholeJson.class)
@SerdeImport(value = TasteInputs.Watermark.class, mixin = WholeJson.class)
@SerdeImport(value = Without.class, mixin = WholeJson.class)
@SerdeImport(value = Without.Playlist.class, mixin = WholeJson.class)
@SerdeImport(value = Without.Period.class, mixin = WholeJson.class)
@SerdeImport(value = Interval.class, mixin = WholeJson.class)
@SerdeImport(value = Component.class, mixin = WholeJson.class)
@SerdeImport(value = Term.class, mixin = WholeJson.class)
@SerdeImport(value = PairScore.class, mixin = WholeJson.class)
final class EngineJson {

  private EngineJson() {}
}
