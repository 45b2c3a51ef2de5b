package org.driftgate.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The data folder that outlives restarts, and a CSV book to show instead of the demo firm. */
@ConfigurationProperties("driftgate")
record FirmSettings(
        @DefaultValue("./data") Path data, @Nullable Path book) {}
