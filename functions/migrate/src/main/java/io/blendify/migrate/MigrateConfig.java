package io.blendify.migrate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * @param locations where the migrations are, separated by commas
 * @param lockWait how long to wait for another one's migrations, in whole seconds
 * @param connectRetries how often to knock again at a database that may be asleep
 * @param connectPause between two knocks
 */
@ConfigurationProperties("blendify.migrate")
record MigrateConfig(
    @Bindable(defaultValue = "classpath:db/migration") String locations,
    @Bindable(defaultValue = "2m") Duration lockWait,
    @Bindable(defaultValue = "5") int connectRetries,
    @Bindable(defaultValue = "10s") Duration connectPause) {}
