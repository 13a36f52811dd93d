package io.blendify.watch;

/** Makes a line of an event, with the line's end. */
interface LogFormat {

  String line(LogEvent event);
}
