package org.driftgate.proposal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who proposes trades, and the firm's policy as a YAML file (docs/policy.md) by which our own engine proposes and every
 * proposal is measured; without a file every key of it has its default.
 */
@ConfigurationProperties("driftgate")
record ProposalSettings(
        @DefaultValue("ORION") Source proposals, @Nullable Path policy) {

    enum Source {
        ORION,
        OWN
    }
}
