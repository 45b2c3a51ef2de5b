package org.driftgate.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How wide the doors are: cookies only over TLS, the largest bodies, wrong passwords and requests before somebody has to
 * wait.
 */
@ConfigurationProperties("driftgate.security")
public record DoorSettings(
        @DefaultValue("true") boolean secureCookies,
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue("10MB") DataSize largestDeployment,
        @DefaultValue WrongPasswords wrongPasswords,
        @DefaultValue Requests requests) {

    /**
     * Wrong passwords in a row before the next one is not even looked at: for a person from one address, from one address
     * whoever is named, and for a person from addresses they never logged in from. One more is allowed after {@code pause}.
     */
    public record WrongPasswords(
            @DefaultValue("10") int perPersonAndAddress,
            @DefaultValue("100") int perAddress,
            @DefaultValue("50") int perPersonElsewhere,
            @DefaultValue("PT1M") Duration pause) {}

    /** Requests per second, and as many at once as twenty seconds' worth. */
    public record Requests(
            @DefaultValue("25") int perPerson,
            @DefaultValue("100") int perAddress) {}
}
