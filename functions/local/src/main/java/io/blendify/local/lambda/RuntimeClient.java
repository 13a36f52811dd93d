package io.blendify.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** The command that runs AWS's own runtime client, as the managed runtime does. */
final class RuntimeClient {

  private RuntimeClient() {}

  static List<String> command(Launch launch) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The client says to org.crac where its hooks are; the managed runtime does the same.
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(launch.flags());
    command.add("-cp");
    command.add(classPath(launch));
    command.add(AWSLambda.class.getName());
    command.add(launch.handler());
    return command;
  }

  private static String classPath(Launch launch) {
    var jars = new ArrayList<String>();
    if (launch.place() == Launch.Place.IMAGE) {
      jars.addAll(libraries(launch.task()));
    }
    jars.addAll(client());
    return String.join(File.pathSeparator, jars);
  }

  /** In a fixed order: an ahead-of-time cache is for one class path only. */
  static List<String> libraries(Path task) {
    try (var files = Files.list(task.resolve("lib"))) {
      return files.map(Path::toString).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the managed runtime brings; everything else must come from the zip. */
  private static List<String> client() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeClient::jar)
        .distinct()
        .collect(Collectors.toList());
  }

  private static String jar(Class<?> type) {
    try {
      var source = type.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(source.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
