package org.driftgate.security;

import org.springframework.security.authentication.AccountStatusException;

/**
 * Name or password is wrong. Of the kind that ends an attempt at once: after ordinary bad credentials Spring asks the
 * application-wide manager, which is this log-in again, and each guess would be looked at and counted twice.
 */
final class WrongPassword extends AccountStatusException {

    WrongPassword() {
        super("name or password is wrong");
    }
}
