package io.blendify.local;

import io.blendify.local.server.LocalFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code functions/local/blendify}. */
@Command(
    name = "blendify",
    description = "Compares and blends people's music: the whole system on this machine.",
    mixinStandardHelpOptions = true,
    version = "Blendify 0.1.0",
    subcommands = {StartCommand.class, DemoCommand.class, InvokeCommand.class})
public final class Blendify implements Runnable {

  /** Runs a command; the process ends with 0, 1 for a fault of one line, 2 for wrong arguments. */
  public static void main(String[] args) {
    var given =
        args.length == 0 || args[0].startsWith("-") && !asksForHelp(args) ? start(args) : args;
    System.exit(commandLine().execute(given));
  }

  private static boolean asksForHelp(String[] args) {
    return args[0].matches("-h|--help|-V|--version");
  }

  private static String[] start(String[] args) {
    var given = new String[args.length + 1];
    given[0] = "start";
    System.arraycopy(args, 0, given, 1, args.length);
    return given;
  }

  static CommandLine commandLine() {
    return new CommandLine(new Blendify())
        .setExecutionExceptionHandler(
            (fault, commands, _) -> {
              if (!(fault instanceof LocalFault)) {
                throw fault;
              }
              commands.getErr().println("blendify: " + fault.getMessage());
              return 1;
            });
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        commandLine(), "say what to do: start, demo or invoke");
  }
}
