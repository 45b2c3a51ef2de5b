package org.driftgate.desk;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Up to {@code openBlocks} households under way are written into the page whole, more are fetched when opened;
 * {@code dailyRun} is what the empty page announces.
 */
@ConfigurationProperties("driftgate.desk")
record DeskSettings(
        @DefaultValue("40") int openBlocks,
        @DefaultValue("07:00") LocalTime dailyRun) {}
