package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Makes a session fresh again by the password of its person; either way it is recorded. */
@Component
class ProvePassword {

    static final String WRONG = "The password is wrong. Wait a few seconds, then try again.";

    private final EngineLogIn logIn;
    private final FreshLogIn fresh;
    private final AccessRecord record;

    ProvePassword(EngineLogIn logIn, FreshLogIn fresh, AccessRecord record) {
        this.logIn = logIn;
        this.fresh = fresh;
        this.record = record;
    }

    boolean isRight(Authentication who, String password, HttpServletRequest request) {
        if (!logIn.isRight(who.getName(), password, request.getRemoteAddr())) {
            record.refused(who.getName(), request, "the password is wrong");
            return false;
        }
        HttpSession session = request.getSession(false);
        if (session != null) fresh.proved(session);
        record.loggedInAgain(who);
        return true;
    }
}
