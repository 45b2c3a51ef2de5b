package org.driftgate.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** Saves a user of the demonstration, whose password everybody may know; the public service knows no exemption. */
public final class DemoPasswords {

    private DemoPasswords() {}

    public static void save(IdentityService identities, User user) {
        if (!(identities instanceof IdentityServiceImpl service))
            throw new IllegalStateException("unexpected identity service " + identities.getClass());
        service.saveUser(user, true);
    }
}
