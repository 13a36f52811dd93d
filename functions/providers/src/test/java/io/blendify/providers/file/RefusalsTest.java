package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.file.FileVerdict;
import io.blendify.core.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final String HISTORY =
      Exports.history(
          Exports.entry("2024-05-01T10:00:00Z", 181_000, "Low Tide", "1aaaaaaaaaaaaaaaaaaaaa"),
          Exports.entry("2024-05-02T10:00:00Z", 181_000, "Ébb", "1bbbbbbbbbbbbbbbbbbbbb"));

  private static final Zips ZIP =
      Zips.with("Streaming_History_Audio_2024.json", HISTORY)
          .and("Streaming_History_Audio_2025.json", HISTORY.replace("2024", "2025"));

  private static FileLimits limits(long inflated, long entry, int entries, int ratio) {
    return new FileLimits(1L << 30, inflated, entry, entries, ratio, 1 << 24);
  }

  @Test
  void whatIsNoneOfTheFormatsIsSaidToBeNone() {
    for (var text :
        new String[] {
          "{\"hello\": \"world\"}",
          "[1, 2, 3]",
          "[]",
          "Dear diary,\n",
          "a,b,c,d\n1,2,3,4\n",
          "   \n"
        }) {
      assertThat(Imported.problem(MemoryFile.text("x.json", text)))
          .as(text)
          .isEqualTo("unknown_format");
    }
    var noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertThat(Imported.problem(new MemoryFile("song.mp3", noise))).isEqualTo("unknown_format");
    var pdf = "%PDF-1.7\n%\u0001\u0002\n";
    assertThat(Imported.problem(Zips.with("a.pdf", pdf).file())).isEqualTo("unknown_format");
    assertThat(Imported.problem(new Zips().file())).isEqualTo("unknown_format");
  }

  @Test
  void anEmptyFileIsEmpty() {
    assertThat(Imported.problem(MemoryFile.text("x.json", ""))).isEqualTo("empty");
  }

  @Test
  void aFileLargerThanAllowedIsTooLargeWhateverItsSizeWasSaidToBe() {
    var limits = new FileLimits(100, 8L << 30, 4L << 30, 10, 200, 1 << 24);
    assertThat(Imported.problem(MemoryFile.text("x.json", HISTORY), limits)).isEqualTo("too_large");
    var file = MemoryFile.text("x.json", HISTORY);
    assertThat(Imported.problem(new Lying(file), limits)).isEqualTo("too_large");
  }

  @Test
  void jsonThatEndsEarlyIsTruncatedWhereverItEnds() {
    for (int end = HISTORY.length() - 1; end > 1_300; end -= 37) {
      var cut = MemoryFile.text("x.json", HISTORY.substring(0, end));
      assertThat(Imported.problem(cut)).as("cut at " + end).isEqualTo("truncated");
    }
  }

  @Test
  void jsonThatGoesOnAfterItsEndIsDamaged() {
    assertThat(Imported.problem(MemoryFile.text("x.json", HISTORY + HISTORY))).isEqualTo("damaged");
    assertThat(Imported.problem(MemoryFile.text("x.json", HISTORY + "]"))).isEqualTo("damaged");
  }

  @Test
  void aZipThatEndsEarlyIsTruncatedWhereverItEnds() {
    var whole = ZIP.bytes();
    for (int end = whole.length - 1; end > 60; end -= 7) {
      var cut = new MemoryFile("x.zip", Arrays.copyOf(whole, end));
      assertThat(Imported.problem(cut)).as("cut at " + end).isEqualTo("truncated");
    }
  }

  @Test
  void oneChangedByteInAnEntryIsDamage() {
    var bytes = ZIP.bytes();
    bytes[bytes.length / 4] ^= 0x55;
    assertThat(Imported.problem(new MemoryFile("x.zip", bytes))).isIn("damaged", "truncated");
  }

  @Test
  void aDirectoryThatNamesOtherEntriesThanThereAreIsDamage() {
    var bytes = ZIP.bytes();
    bytes[bytes.length - 22 + 10] = 3;
    assertThat(Imported.problem(new MemoryFile("x.zip", bytes))).isEqualTo("damaged");
  }

  @Test
  void anEncryptedZipIsCalledEncrypted() {
    var bytes = ZIP.bytes();
    bytes[6] |= 1;
    assertThat(Imported.problem(new MemoryFile("x.zip", bytes))).isEqualTo("encrypted");
  }

  @Test
  void namesThatLeadOutOfTheZipAreRefused() {
    for (var name :
        new String[] {
          "../h.json", "a/../../h.json", "/etc/h.json", "C:/h.json", "a\\..\\h.json", "h\u0007.json"
        }) {
      assertThat(Imported.problem(Zips.with(name, HISTORY).file()))
          .as(name)
          .isEqualTo("unsafe_path");
    }
  }

  @Test
  void aBombIsStoppedByItsRatioByItsEntryByItsTotalAndByItsNumber() {
    var zeros = new byte[20 << 20];
    Arrays.fill(zeros, (byte) ' ');
    var bomb = Zips.with("a.json", HISTORY).and("b.bin", zeros).file();
    assertThat(Imported.problem(bomb)).isEqualTo("zip_bomb");
    assertThat(Imported.problem(ZIP.file(), limits(1L << 30, 1_000, 10, 200)))
        .isEqualTo("zip_bomb");
    assertThat(Imported.problem(ZIP.file(), limits(2_000, 1L << 30, 10, 200)))
        .isEqualTo("zip_bomb");
    assertThat(Imported.problem(ZIP.file(), limits(1L << 30, 1L << 30, 1, 200)))
        .isEqualTo("zip_bomb");
  }

  @Test
  void aZipInAZipIsNotOpened() {
    var nested = Zips.with("inner.zip", "").and("inner.zip", ZIP.bytes());
    assertThat(Imported.problem(nested.file())).isEqualTo("unknown_format");
    var beside = nested.and("h.json", HISTORY);
    assertThat(Imported.of(beside.file()).skipped("unsupported_entry").places())
        .containsExactly("inner.zip");
  }

  @Test
  void otherEncodingsAreNamedAndNotGuessed() {
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1
        }) {
      var file = new MemoryFile("x.json", HISTORY.getBytes(charset));
      assertThat(Imported.problem(file)).as(charset.name()).isEqualTo("wrong_encoding");
      assertThat(Imported.problem(new Zips().and("x.json", HISTORY.getBytes(charset)).file()))
          .as("zipped " + charset.name())
          .isEqualTo("wrong_encoding");
    }
  }

  @Test
  void anEncodingThatGoesWrongFarIntoTheFileIsFoundBeforeAnythingIsTaken() {
    var plain = HISTORY.replace("É", "E");
    var entries = plain.substring(1, plain.length() - 1) + ",";
    var text = "[" + entries.repeat(80) + HISTORY.substring(1);
    for (var limitless :
        new StoredFile[] {
          new MemoryFile("x.json", text.getBytes(StandardCharsets.ISO_8859_1)),
          new Zips().and("x.json", text.getBytes(StandardCharsets.ISO_8859_1)).file()
        }) {
      assertThat(text.indexOf('É')).isGreaterThan(1 << 16);
      assertThat(Imported.problem(limitless)).isEqualTo("wrong_encoding");
    }
  }

  @Test
  void aStoreThatFailsSaysNothingAboutTheFile() {
    var file = new Failing(ZIP.file());
    assertThatThrownBy(() -> Imported.reader(Imported.LIMITS).inspect(file, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the disk is gone");
  }

  @Test
  void theDetailNamesThePartAndHidesWhatCouldHarmALog() {
    var verdict = Imported.inspect(MemoryFile.text("a\nb\u001b.json", HISTORY + "x"));
    assertThat(((FileVerdict.Refused) verdict).detail()).startsWith("a?b?.json goes on");
  }

  /** Says it is small. */
  private record Lying(StoredFile file) implements StoredFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return 10;
    }

    @Override
    public InputStream open() throws IOException {
      return file.open();
    }
  }

  /** Breaks off after a hundred bytes. */
  private record Failing(StoredFile file) implements StoredFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public InputStream open() throws IOException {
      var in = file.open();
      return new InputStream() {
        private int read;

        @Override
        public int read() throws IOException {
          if (++read > 100) {
            throw new IOException("the disk is gone");
          }
          return in.read();
        }
      };
    }
  }
}
