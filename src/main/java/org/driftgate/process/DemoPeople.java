package org.driftgate.process;

import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.driftgate.process.engine.DemoPasswords;
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

    /** The same as in the letters of the demonstration; advisers of a book keep their id. */
    private static final Map<String, String> NAMES =
            Map.of("advisor01", "Anna Merrill", "advisor02", "Tomas Reyes", "advisor03", "Ingrid Halloran");

    @Override
    public void setUp(ProcessEngine engine) {
        person(engine, "admin", "Avery Firm", FirmGroup.ADMINISTRATORS);
        person(engine, "reviewer", "Robin Vance", FirmGroup.COMPLIANCE);
        person(engine, "reviewer2", "Rowan Ashby", FirmGroup.COMPLIANCE);
        person(engine, "tax", "Taylor Nwosu", FirmGroup.TAX);
        person(engine, "trader", "Terry Lindqvist", FirmGroup.TRADERS);
        person(engine, "owner", "Olive Larchmont", FirmGroup.OWNERS);
        person(engine, "examiner", "Ellis Park", FirmGroup.EXAMINERS);
        IntStream.rangeClosed(1, ADVISERS)
                .mapToObj("advisor%02d"::formatted)
                .forEach(id -> adviser(engine, new AdviserId(id)));
    }

    static void adviser(ProcessEngine engine, AdviserId adviser) {
        person(engine, adviser.value(), NAMES.getOrDefault(adviser.value(), adviser.value()), FirmGroup.ADVISERS);
        TasklistFilters.ofAdviser(engine, adviser.value());
    }

    /** Also corrects the name of somebody whom an earlier version made. */
    private static void person(ProcessEngine engine, String id, String name, FirmGroup group) {
        IdentityService identity = engine.getIdentityService();
        User known = identity.createUserQuery().userId(id).singleResult();
        User user = known == null ? identity.newUser(id) : known;
        String[] parts = name.split(" ", 2);
        user.setFirstName(parts[0]);
        user.setLastName(parts.length > 1 ? parts[1] : "");
        if (known == null) user.setPassword(id);
        if (known == null) DemoPasswords.save(identity, user);
        else identity.saveUser(user);
        if (known == null) identity.createMembership(id, group.id());
    }
}
