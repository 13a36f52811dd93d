package io.blendify.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogSettingsTest {

  @Test
  void librariesAreHeardWhenTheyWarn() {
    var loggers = new Loggers(LogSettings.of(null, null, null));

    assertThat(loggers.getLogger("io.blendify.fetcher.FetchJob").isInfoEnabled()).isTrue();
    assertThat(loggers.getLogger("io.blendify.fetcher.FetchJob").isDebugEnabled()).isFalse();
    assertThat(loggers.getLogger("com.zaxxer.hikari.pool").isInfoEnabled()).isFalse();
    assertThat(loggers.getLogger("com.zaxxer.hikari.pool").isWarnEnabled()).isTrue();
  }

  @Test
  void lambdasLevelIsHeeded() {
    assertThat(new Loggers(LogSettings.of("DEBUG", null, null)).getLogger("x").isDebugEnabled())
        .isTrue();
    assertThat(new Loggers(LogSettings.of("fatal", null, null)).getLogger("x").isWarnEnabled())
        .isFalse();
    assertThat(
            new Loggers(LogSettings.of("off", null, null))
                .getLogger("io.blendify")
                .isErrorEnabled())
        .isFalse();
  }

  @Test
  void lambdaSaysWhetherItIsJson() {
    assertThat(LogSettings.of(null, "JSON", null).json()).isTrue();
    assertThat(LogSettings.of(null, "Text", null).json()).isFalse();
    assertThat(LogSettings.of(null, null, null).json()).isFalse();
  }

  @Test
  void aFileIsWrittenOn(@TempDir Path folder) throws IOException {
    var file = folder.resolve("log");
    for (var text : new String[] {"first", "second"}) {
      new Loggers(LogSettings.of(null, null, file)).getLogger("io.blendify.A").info(text);
    }

    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            one -> assertThat(one).endsWith(" INFO A: first"),
            two -> assertThat(two).endsWith(" INFO A: second"));
  }

  @Test
  void slf4jFindsThisBackend() {
    assertThat(LoggerFactory.getLogger("io.blendify.X")).isInstanceOf(LineLogger.class);
  }
}
