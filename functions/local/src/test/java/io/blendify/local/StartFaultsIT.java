package io.blendify.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the system from starting is told in one line, and nothing is left running. */
final class StartFaultsIT {

  @TempDir Path folder;

  @Test
  void aFileInPlaceOfTheFolder() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    assertFault(file, "blendify: cannot make the data folder " + file);
  }

  @Test
  void aFolderThatCannotBeMade() {
    assertFault(Path.of("/proc/blendify"), "blendify: cannot make the data folder /proc/blendify");
  }

  @Test
  void aFolderThatCannotBeWrittenTo() {
    assertFault(Path.of("/proc/self"), "blendify: cannot write to the data folder /proc/self");
  }

  @ParameterizedTest
  @CsvSource({
    "keys.properties, token-keyset=nonsense, holds no keys",
    "keys.properties, '', holds no keys",
    "clock.properties, some days, holds no duration",
    "spotify-grants.json, {, holds no grants"
  })
  void aDamagedFile(String file, String content, String what) throws IOException {
    Files.writeString(folder.resolve(file), content);
    assertFault(folder, "blendify: the data folder is damaged: " + file + " " + what);
    assertThat(folder.resolve(file)).hasContent(content);
  }

  @Test
  void aDatabaseThatDoesNotStart() throws IOException {
    var database = Files.createDirectories(folder.resolve("postgresql"));
    Files.writeString(database.resolve("PG_VERSION"), "17\n");
    Files.writeString(database.resolve("postgresql.conf"), "");
    assertFault(
        folder, "blendify: the data folder is damaged: postgresql holds a database that does");
    assertThat(folder.resolve("blendify.log")).isNotEmptyFile();
  }

  @Test
  void aFolderOfSomethingElseWhereTheDatabaseWouldBe() throws IOException {
    var database = Files.createDirectories(folder.resolve("postgresql"));
    Files.writeString(database.resolve("letter.txt"), "Dear all");
    assertFault(
        folder, "blendify: the data folder is damaged: postgresql holds a database that does");
    assertThat(database.resolve("letter.txt")).hasContent("Dear all");
  }

  private static void assertFault(Path data, String line) {
    var told = Told.by("demo", "--port=0", "--data=" + data);
    assertThat(told.exit()).as(told.text()).isEqualTo(1);
    assertThat(told.text().lines().filter(one -> one.startsWith("blendify: ")))
        .singleElement()
        .asString()
        .startsWith(line);
    assertThat(told.text()).doesNotContain("\tat ");
  }
}
