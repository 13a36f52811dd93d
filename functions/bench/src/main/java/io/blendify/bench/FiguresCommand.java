package io.blendify.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code functions/bench/figures [NAME…]} */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures and prints one JSON line for each figure; progress goes to stderr.",
    footerHeading = "%nFigures:%n")
final class FiguresCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "which to measure; without any, all")
  private List<String> names = List.of();

  private final List<Figure> figures;
  private final PrintWriter out;
  private final PrintWriter progress;

  FiguresCommand(List<Figure> figures, PrintWriter out, PrintWriter progress) {
    this.figures = figures;
    this.out = out;
    this.progress = progress;
  }

  public static void main(String[] arguments) {
    var command =
        new FiguresCommand(
            Figures.ALL, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    System.exit(command.line().execute(arguments));
  }

  CommandLine line() {
    var line = new CommandLine(this);
    line.getCommandSpec()
        .usageMessage()
        .footer(
            figures.stream()
                .map(f -> String.format("  %-10s %s", f.name(), f.what()))
                .toArray(String[]::new));
    return line.setOut(out).setErr(progress);
  }

  @Override
  public Integer call() throws Exception {
    for (var figure : wanted()) {
      progress.println(figure.name() + ": " + figure.what());
      figure.measure(
          line -> progress.println("  " + line), measured -> out.println(measured.json()));
    }
    return 0;
  }

  private List<Figure> wanted() {
    var known = figures.stream().map(Figure::name).collect(Collectors.toSet());
    for (var name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "There is no figure " + name + "; there are " + sorted(known));
      }
    }
    return figures.stream().filter(f -> names.isEmpty() || names.contains(f.name())).toList();
  }

  private static String sorted(java.util.Set<String> known) {
    return known.stream().sorted().collect(Collectors.joining(", "));
  }
}
