package org.driftgate.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the simulated mail server listens; 0 picks a free port. */
@ConfigurationProperties("driftgate.ports")
record MailboxSettings(@DefaultValue("0") int smtp) {}
