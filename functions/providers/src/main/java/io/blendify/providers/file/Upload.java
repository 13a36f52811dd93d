package io.blendify.providers.file;

import io.blendify.core.file.FileProgress;
import io.blendify.core.file.StoredFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** One way through an uploaded file from its first byte to its last: a zip, or one plain part. */
final class Upload {

  private static final int BUFFER = 1 << 16;

  private final StoredFile file;
  private final FileLimits limits;

  Upload(StoredFile file, FileLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /**
   * Hands over each part.
   *
   * @throws Refusal for what is wrong with the file
   * @throws StoreFailure where the store fails
   */
  void parts(PartReader reader, FileProgress progress) throws IOException {
    if (file.size() > limits.maxFileBytes()) {
      throw new Refusal(
          "too_large", "The file is larger than " + limits.maxFileBytes() + " bytes.");
    }
    try (var upload = new UploadStream(file, limits.maxFileBytes(), progress)) {
      parts(upload, reader);
    } catch (StoreFailure | Refusal e) {
      throw e;
    } catch (EOFException _) {
      throw Refusal.truncated("The file");
    } catch (ZipException e) {
      throw Zip.refusal(e);
    } catch (CharacterCodingException _) {
      throw Refusal.encoding("The file", "no valid UTF-8");
    } catch (IOException e) {
      // Not of the store, so of a parser.
      throw new Refusal(
          "damaged", "The file cannot be read: " + Place.printable(String.valueOf(e)) + ".");
    }
  }

  private void parts(UploadStream upload, PartReader reader) throws IOException {
    var bytes = new BufferedInputStream(upload, BUFFER);
    bytes.mark(4);
    var first = bytes.readNBytes(4);
    bytes.reset();
    if (first.length == 0) {
      throw new Refusal("empty", "The file is empty: nothing of it arrived.");
    }
    if (Zip.startsWith(first)) {
      new Zip(upload, limits).parts(bytes, reader);
    } else {
      one(bytes, reader);
    }
  }

  private void one(InputStream bytes, PartReader reader) throws IOException {
    var part = Part.of(file.name(), bytes, limits);
    part.refuseWhatIsNoText();
    reader.part(part);
    bytes.transferTo(OutputStream.nullOutputStream());
  }
}
