package org.driftgate.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where data lives and whether the database is embedded; a port of 0 means that none was chosen. */
@ConfigurationProperties("driftgate")
record PlatformSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue Database database,
        @DefaultValue Ports ports) {

    record Database(@DefaultValue("false") boolean embedded) {}

    record Ports(
            @DefaultValue("0") int postgres,
            @DefaultValue("0") int smtp) {}
}
