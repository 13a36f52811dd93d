package io.blendify.providers.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A zip, read once from front to back. The JDK's reader does all that an export needs, adds nothing
 * to the package, and going by local headers it cannot be led into entries that overlap.
 */
final class Zip {

  private final UploadStream upload;
  private final FileLimits limits;
  private final Set<String> names = new HashSet<>();
  private long inflated;

  Zip(UploadStream upload, FileLimits limits) {
    this.upload = upload;
    this.limits = limits;
  }

  static boolean startsWith(byte[] first) {
    return first.length == 4
        && first[0] == 'P'
        && first[1] == 'K'
        && ((first[2] == 3 && first[3] == 4) || (first[2] == 5 && first[3] == 6));
  }

  void parts(InputStream bytes, PartReader reader) throws IOException {
    // Names without the UTF-8 flag may be in any code page; Latin-1 reads them all.
    var zip = new ZipInputStream(bytes, StandardCharsets.ISO_8859_1);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      check(entry);
      entry(entry, zip, reader);
    }
    bytes.transferTo(OutputStream.nullOutputStream());
    checkEnd();
  }

  private void entry(ZipEntry entry, ZipInputStream zip, PartReader reader) throws IOException {
    var content = new InflatedEntry(zip, upload, limits, inflated);
    if (!entry.isDirectory() && !isHidden(entry.getName())) {
      reader.part(Part.of(entry.getName(), content, limits));
    }
    content.drain();
    inflated += content.inflated();
  }

  private void check(ZipEntry entry) throws Refusal {
    var name = entry.getName();
    if (isUnsafe(name)) {
      throw new Refusal(
          "unsafe_path",
          "The zip holds a name that leads out of it: " + Place.printable(name) + ".");
    }
    if (!names.add(name)) {
      throw new Refusal("damaged", "The zip holds two entries " + Place.printable(name) + ".");
    }
    if (names.size() > limits.maxEntries()) {
      throw Refusal.zipBomb("over " + limits.maxEntries() + " entries.");
    }
    if (entry.getSize() > limits.maxEntryBytes()) {
      throw Refusal.zipBomb("an entry of " + entry.getSize() + " bytes.");
    }
  }

  private void checkEnd() throws Refusal {
    var entries = ZipEnd.entries(upload.last().toArray());
    if (entries < 0) {
      throw Refusal.truncated("The zip");
    }
    if (entries != names.size()) {
      throw new Refusal(
          "damaged",
          "The zip's directory names " + entries + " entries, but it holds " + names.size() + ".");
    }
  }

  private static boolean isUnsafe(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || name.chars().anyMatch(Character::isISOControl)
        || List.of(name.split("/", -1)).contains("..");
  }

  /** What operating systems add when a person packs a folder again. */
  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || Part.lastName(name).startsWith(".");
  }

  static Refusal refusal(ZipException e) {
    var message = String.valueOf(e.getMessage());
    return message.contains("encrypted")
        ? new Refusal("encrypted", "The zip is protected by a password: unpack it first.")
        : new Refusal("damaged", "The zip cannot be read (" + message + "): pack it anew.");
  }
}
