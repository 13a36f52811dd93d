package io.blendify.watch;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** How SLF4J finds this backend. What others keep in an MDC, the trail keeps here. */
public final class WatchServiceProvider implements SLF4JServiceProvider {

  private final ILoggerFactory loggers = new Loggers(LogSettings.ofThisProcess());
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter none = new NOPMDCAdapter();

  @Override
  public ILoggerFactory getLoggerFactory() {
    return loggers;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return none;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}
}
