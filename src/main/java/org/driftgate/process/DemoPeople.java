package org.driftgate.process;

import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.driftgate.process.engine.EngineSetUp;
import org.driftgate.shared.AdviserId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the people of the demo before the port opens. */
@Component
@Order(3)
@ConditionalOnProperty(name = "driftgate.demo.users", havingValue = "true")
class DemoPeople implements EngineSetUp {

    private static final int ADVISERS = 10;

    @Override
    public void setUp(ProcessEngine engine) {
        person(engine, "reviewer", "Robin", FirmGroup.COMPLIANCE);
        person(engine, "reviewer2", "Rowan", FirmGroup.COMPLIANCE);
        person(engine, "tax", "Taylor", FirmGroup.TAX);
        person(engine, "trader", "Terry", FirmGroup.TRADERS);
        person(engine, "owner", "Olive", FirmGroup.OWNERS);
        person(engine, "examiner", "Ellis", FirmGroup.EXAMINERS);
        IntStream.rangeClosed(1, ADVISERS)
                .mapToObj("advisor%02d"::formatted)
                .forEach(id -> adviser(engine, new AdviserId(id)));
    }

    static void adviser(ProcessEngine engine, AdviserId adviser) {
        person(engine, adviser.value(), "Adviser", FirmGroup.ADVISERS);
        TasklistFilters.ofAdviser(engine, adviser.value());
    }

    private static void person(ProcessEngine engine, String id, String firstName, FirmGroup group) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(id).count() > 0) return;
        User user = identity.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(id);
        user.setPassword(id);
        identity.saveUser(user);
        identity.createMembership(id, group.id());
    }
}
