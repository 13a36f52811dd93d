package io.blendify.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.local.infra.Template;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is in the zips, and what is not. */
class FunctionZipIT {

  static final List<String> ALL = FunctionZip.ALL;

  /** Jars that no function needs. */
  private static final String UNWANTED =
      ".*(netty|httpclient|httpcore|apache-client|apache5|tomcat|jetty|undertow|pekko|akka|scala|"
          + "elasticmq|embedded|junit|assertj|jqwik|archunit|micronaut-test|sandbox|logback|log4j|"
          + "testcontainers|mockito|-tests?[.]jar|picocli|snakeyaml|runtime-interface-client).*";

  @ParameterizedTest
  @FieldSource("ALL")
  void aZipHoldsLibrariesAndNothingElse(String function) throws IOException {
    assertThat(zip(function).entries())
        .extracting(ZipEntry::getName)
        .isNotEmpty()
        .allMatch(name -> name.matches("lib/[^/]+[.]jar"));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void nothingIsInAZipThatAFunctionDoesNotNeed(String function) throws IOException {
    assertThat(zip(function).entries())
        .extracting(ZipEntry::getName)
        .noneMatch(name -> name.matches(UNWANTED));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void noLibraryIsThereTwiceAndOneLoggerIs(String function) throws IOException {
    var names =
        zip(function).entries().stream()
            .map(entry -> entry.getName().replaceFirst("-[0-9][^/]*[.]jar$", ""))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .filteredOn(name -> name.startsWith("lib/slf4j-"))
        .containsExactly("lib/slf4j-api");
    assertThat(names).contains("lib/watch");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aZipCanBeUploadedDirectly(String function) throws IOException {
    var entries = zip(function).entries();

    assertThat(entries.stream().mapToLong(ZipEntry::getCompressedSize).sum()).isLessThan(50L << 20);
    System.out.println(listing(function, entries));
  }

  @Test
  void onlyWhatReadsOrErasesUploadsCarriesTheirStorage() throws IOException {
    for (var function : ALL) {
      var hasS3 =
          zip(function).entries().stream().anyMatch(entry -> entry.getName().startsWith("lib/s3-"));
      assertThat(hasS3)
          .as(function)
          .isEqualTo(List.of("api", "fetcher", "scheduler").contains(function));
    }
  }

  private static FunctionZip zip(String function) {
    return new FunctionZip(function, Template.repository());
  }

  private static String listing(String function, List<? extends ZipEntry> entries) {
    long size = entries.stream().mapToLong(ZipEntry::getCompressedSize).sum();
    return entries.stream()
        .sorted(Comparator.comparingLong(ZipEntry::getCompressedSize).reversed())
        .map(entry -> "%,12d  %s".formatted(entry.getCompressedSize(), entry.getName()))
        .collect(
            Collectors.joining(
                "\n",
                "%s-function.zip: %,d bytes in %d jars%n".formatted(function, size, entries.size()),
                "\n"));
  }
}
