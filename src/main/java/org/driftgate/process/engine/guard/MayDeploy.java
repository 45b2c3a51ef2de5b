package org.driftgate.process.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Models are changed by process owners; an administrator, who has every right of the engine, is not one. */
@Component
class MayDeploy {

    private static final String OWNERS = "owners";

    /** The start of the application speaks for nobody and may deploy what was shipped. */
    void require() {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) return;
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        if (!groups.contains(OWNERS))
            throw new AuthorizationException(
                    "'%s' may not deploy: models are changed by the group '%s' only; nothing was changed."
                            .formatted(person.getUserId(), OWNERS));
    }
}
