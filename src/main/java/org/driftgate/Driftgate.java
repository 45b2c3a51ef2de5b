package org.driftgate;

import java.util.TimeZone;
import org.driftgate.platform.Deserialization;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Driftgate; engine timestamps carry no zone, so the process lives in UTC. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Driftgate {

    public static void main(String[] arguments) {
        Deserialization.bound();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (CommandLine.isCommand(arguments)) System.exit(CommandLine.run(arguments));
        SpringApplication.run(Driftgate.class, arguments);
    }
}
