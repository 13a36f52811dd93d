package io.blendify.aws;

import io.blendify.core.file.FileStore;
import io.blendify.core.file.StoredFile;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Uploaded files in an S3 bucket: {@code blendify.uploads.bucket}. */
@Singleton
@Secondary
@Requires(property = "blendify.uploads.bucket")
@Requires(classes = S3Client.class)
final class S3FileStore implements FileStore {

  /** People wait for it: retries included. */
  private static final Duration DELETE = Duration.ofSeconds(8);

  private final S3Client client;
  private final S3Presigner presigner;
  private final String bucket;

  S3FileStore(
      S3Client client,
      S3Presigner presigner,
      @Property(name = "blendify.uploads.bucket") String bucket) {
    this.client = client;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /** The length is signed with the rest: S3 refuses any other number of bytes. */
  @Override
  public URI uploadUrl(String key, long size, Duration validity) {
    var signed =
        presigner.presignPutObject(
            request ->
                request
                    .signatureDuration(validity)
                    .putObjectRequest(put -> put.bucket(bucket).key(key).contentLength(size)));
    try {
      return signed.url().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no address for the upload " + key, e);
    }
  }

  @Override
  public @Nullable StoredFile find(String key, String name) {
    try {
      var head = client.headObject(request -> request.bucket(bucket).key(key));
      return new S3File(key, name, head.contentLength(), head.eTag());
    } catch (NoSuchKeyException _) {
      return null;
    }
  }

  @Override
  public void delete(String key) {
    client.deleteObject(
        request ->
            request
                .bucket(bucket)
                .key(key)
                .overrideConfiguration(limits -> limits.apiCallTimeout(DELETE)));
  }

  /** The bytes that were there when it was found: one that was replaced since cannot be read. */
  private final class S3File implements StoredFile {

    private final String key;
    private final String name;
    private final long size;
    private final String tag;

    S3File(String key, String name, long size, String tag) {
      this.key = key;
      this.name = name;
      this.size = size;
      this.tag = tag;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() throws IOException {
      try {
        return client.getObject(request -> request.bucket(bucket).key(key).ifMatch(tag));
      } catch (SdkException e) {
        throw new IOException("the upload " + key + " cannot be read", e);
      }
    }
  }
}
