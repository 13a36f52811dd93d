package io.blendify.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.local.infra.Template;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** With the index of its zip a function has the beans that it has without. */
class BeanIndexIT {

  static final List<String> ALL = FunctionZip.ALL;

  /** What the index leaves out: work that Micronaut would do at every start for nobody. */
  private static final String UNUSED =
      "bean io[.]micronaut[.](data[.]jdbc[.]config[.][$]SchemaGenerator"
          + "|scheduling[.](processor|io[.]watch)[.]|health[.]|runtime[.]server[.]watch[.]"
          + "|servlet[.]http[.]server[.][$]DiscoveryServer).*";

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("ALL")
  void anIndexHidesNoBean(String function) throws Exception {
    var task = new FunctionZip(function, Template.repository()).unpack(folder);
    var libraries = RuntimeClient.libraries(task);
    assertThat(libraries).anyMatch(BeanIndexIT::isIndex);

    var with = beans(libraries.stream());
    var without = beans(libraries.stream().filter(library -> !isIndex(library)));

    assertThat(without).hasSizeGreaterThan(100);
    without.removeIf(bean -> bean.matches(UNUSED));
    assertThat(with).isEqualTo(without);
  }

  private static boolean isIndex(String library) {
    return library.endsWith(File.separator + "beans.jar");
  }

  private Set<String> beans(Stream<String> libraries)
      throws IOException, InterruptedException, URISyntaxException {
    var own = BeanNames.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    var path = Stream.concat(libraries, Stream.of(Path.of(own).toString()));
    var log = folder.resolve("beans.log").toFile();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path.collect(Collectors.joining(File.pathSeparator)),
                BeanNames.class.getName())
            .redirectOutput(log)
            .redirectErrorStream(true);
    process.environment().put("BLENDIFY_UPLOADS_BUCKET", "blendify-test");
    process.environment().put("AWS_REGION", "eu-central-1");
    var status = process.start().waitFor();
    var output = Files.readString(log.toPath(), StandardCharsets.UTF_8);
    assertThat(status).as(output).isZero();
    return output
        .lines()
        .filter(line -> line.startsWith("bean ") || line.startsWith("repository "))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
