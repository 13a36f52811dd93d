package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import io.blendify.core.file.FileReader;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void everyFormatHasAReaderAndTheDefaultsAreAsDocumented() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBeansOfType(Format.class))
          .extracting(Format::format)
          .contains(FileFormat.values());
      assertThat(context.getBean(FileLimits.class)).isEqualTo(Imported.LIMITS);
      assertThat(context.getBean(FileReader.class)).isInstanceOf(ExportReader.class);
    }
  }

  @Test
  void limitsAreSettings() {
    try (var context = ApplicationContext.run(Map.of("blendify.imports.max-ratio", 7))) {
      assertThat(context.getBean(FileLimits.class).maxRatio()).isEqualTo(7);
    }
  }

  @Test
  void progressOnlyGrowsAndEndsAtTheSizeOfTheFile() throws Exception {
    var entries = new String[4_000];
    java.util.Arrays.fill(
        entries, Exports.entry("2024-05-01T10:00:00Z", 60_000, "A", "1aaaaaaaaaaaaaaaaaaaaa"));
    var file = MemoryFile.text("h.json", Exports.history(entries));
    List<Long> told = new ArrayList<>();
    Imported.reader(Imported.LIMITS).inspect(file, told::add);
    assertThat(told).isSorted().hasSizeGreaterThan(3).endsWith(file.size());
  }
}
