package org.driftgate.security;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Too many wrong passwords before this one, which was therefore not looked at. */
final class TooManyAttempts extends AccountStatusException {

    private final Duration pause;

    TooManyAttempts(Duration pause) {
        super("too many wrong passwords");
        this.pause = pause;
    }

    long pauseSeconds() {
        return Math.max(1, pause.toSeconds());
    }
}
