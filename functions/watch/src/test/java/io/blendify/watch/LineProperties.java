package io.blendify.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.watch.Trail;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever text comes from outside. */
class LineProperties {

  @Property(tries = 500)
  void anyTextIsOneLineOfJsonAndComesBackAsItWas(
      @ForAll @StringLength(max = 200) String text, @ForAll @StringLength(max = 20) String mark) {
    var printed = new Printed();
    Trail.of("id", "id")
        .with("mark", mark)
        .run(() -> printed.json("io.blendify.X").error(text, new IllegalStateException(text)));

    assertThat(printed.text()).endsWith("}\n");
    assertThat(printed.text().substring(0, printed.text().length() - 1).chars())
        .noneMatch(c -> c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x202e);
    var line = printed.only();
    assertThat(line.get("message").asText()).isEqualTo(readable(text));
    assertThat(line.get("mark").asText()).isEqualTo(readable(mark));
    assertThat(line.get("error").get("message").asText()).isEqualTo(readable(text));
  }

  @Property(tries = 500)
  void anyTextIsOneLineForPeopleAndCannotSteerATerminal(
      @ForAll @StringLength(max = 200) String text) {
    var printed = new Printed();
    printed.plain("io.blendify.fetcher.FetchJob").info("{}", text);

    assertThat(printed.text().chars().filter(c -> c < ' ' || c == 0x7f || c == 0x9b)).hasSize(1);
    assertThat(printed.text()).contains(" INFO FetchJob: ").endsWith("\n");
  }

  /** A half of a character cannot be written: it becomes a question mark. */
  private static String readable(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
