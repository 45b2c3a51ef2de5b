package org.driftgate.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.driftgate.shared.PersonId;

/** Who speaks to the engine at this moment; empty for the engine's own work. */
public final class EnginePerson {

    private EnginePerson() {}

    public static Optional<PersonId> speaking(ProcessEngineServices services) {
        var authentication = services.getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(authentication)
                .flatMap(known -> Optional.ofNullable(known.getUserId()))
                .map(PersonId::new);
    }

    /** Refuses when nobody is logged in: a decision always has a name. */
    public static PersonId completing(DelegateTask task) {
        return speaking(task.getProcessEngineServices())
                .orElseThrow(() -> RefusedRequest.never(
                        "'%s' can only be completed by a named person.".formatted(task.getName())));
    }
}
