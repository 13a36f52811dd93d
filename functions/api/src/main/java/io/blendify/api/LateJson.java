package io.blendify.api;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.json.JsonFeatures;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.CustomizableJsonHandler;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Micronaut's JSON, which learns a type when the first body of it comes. By itself it learns those
 * of all routes at the start: a twelfth of a cold one, for the one route that is asked for.
 */
@Singleton
@Order(JsonMessageHandler.ORDER)
@JsonMessageHandler.ProducesJson
@JsonMessageHandler.ConsumesJson
@Replaces(JsonMessageHandler.class)
final class LateJson<T>
    implements MessageBodyHandler<T>, ResponseBodyWriter<T>, CustomizableJsonHandler {

  private final JsonMessageHandler<T> all;
  private final @Nullable Argument<T> own;
  private volatile @Nullable JsonMessageHandler<T> learnt;

  @Inject
  LateJson(JsonMapper json) {
    this(new JsonMessageHandler<>(json), null);
  }

  private LateJson(JsonMessageHandler<T> all, @Nullable Argument<T> own) {
    this.all = all;
    this.own = own;
  }

  private JsonMessageHandler<T> json() {
    if (own == null) {
      return all;
    }
    var known = learnt;
    if (known == null) {
      known = all.createSpecific(own);
      learnt = known;
    }
    return known;
  }

  @Override
  public LateJson<T> createSpecific(Argument<T> type) {
    return new LateJson<>(all, type);
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType media) {
    return all.isReadable(type, media);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType media, Headers headers, ByteBuffer<?> body) {
    return json().read(type, media, headers, body);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType media, Headers headers, InputStream body) {
    return json().read(type, media, headers, body);
  }

  @Override
  public boolean isWriteable(Argument<T> type, @Nullable MediaType media) {
    return all.isWriteable(type, media);
  }

  @Override
  public void writeTo(
      Argument<T> type, MediaType media, T object, MutableHeaders headers, OutputStream body) {
    json().writeTo(type, media, object, headers, body);
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodies,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<T> type,
      MediaType media,
      T object) {
    return json().writePiece(bodies, request, response, type, media, object);
  }

  @Override
  public CustomizableJsonHandler customize(JsonFeatures features) {
    return all.customize(features);
  }
}
