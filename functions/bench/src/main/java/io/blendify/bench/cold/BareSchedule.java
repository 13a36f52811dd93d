package io.blendify.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;

/** The baseline of what is called by a schedule or by an operator. */
public final class BareSchedule implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

  @Override
  public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
    BareDatabase.ask();
    return Map.of("started", 0);
  }
}
