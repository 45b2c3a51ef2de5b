package org.driftgate.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says on whose behalf the engine is spoken to, and puts back who it was before. */
@Component
public class EngineUser {

    private final IdentityService identity;

    EngineUser(IdentityService identity) {
        this.identity = identity;
    }

    public void as(String userId, Runnable work) {
        List<String> groups = asItself(() -> groupsOf(userId));
        Authentication before = identity.getCurrentAuthentication();
        try {
            identity.setAuthentication(userId, groups);
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Without a user the engine asks for no rights; for look-ups and starts that our own rules have allowed. */
    public <T> T asItself(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        try {
            identity.clearAuthentication();
            return work.get();
        } finally {
            restore(before);
        }
    }

    public boolean isIn(String userId, String groupId) {
        return asItself(() -> groupsOf(userId)).contains(groupId);
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) identity.clearAuthentication();
        else identity.setAuthentication(before);
    }

    private List<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
