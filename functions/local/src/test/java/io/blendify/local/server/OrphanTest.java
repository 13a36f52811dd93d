package io.blendify.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrphanTest {

  @TempDir Path database;

  @Test
  void withoutANoteThereIsNone() throws IOException {
    assertThat(Orphan.of(database).process()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "-1", "0", "99999999999999999999"})
  void aNoteWithoutANumberNamesNobody(String note) throws Exception {
    Files.writeString(database.resolve("postmaster.pid"), note);
    assertThat(Orphan.of(database).process()).isEmpty();
  }

  @Test
  void aProcessThatIsNoDatabaseIsLeftAlone() throws Exception {
    var myself = ProcessHandle.current().pid();
    Files.writeString(database.resolve("postmaster.pid"), myself + "\n/somewhere\n");
    assertThat(Orphan.of(database).process()).isEmpty();
    Orphan.of(database).stop();
  }
}
