package org.driftgate.security.setup;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator, once for ever. */
@Component
class SetUp {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String USER = "[a-zA-Z0-9]{2,64}";

    private final JdbcClient jdbc;
    private final IdentityService identities;
    private final SetUpTokens tokens;
    private final AuditLog audit;
    private final Clock clock;
    private volatile boolean closed;

    SetUp(JdbcClient jdbc, IdentityService identities, SetUpTokens tokens, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another instance may have closed it, so an open one asks each time; a closed one never opens again. */
    boolean isOpen() {
        if (!closed) closed = hasBeenDone() || hasAdministrator();
        return !closed;
    }

    /** A refusal is recorded and undoes nothing but itself. */
    @Transactional
    public Outcome makeAdministrator(String token, String name, String password) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('driftgate.first_administrator'))")
                .query((row, number) -> true)
                .single();
        if (!isOpen()) return new Outcome.Closed();
        var hash = tokens.accepted(token);
        if (hash.isEmpty()) return refuse("the token is wrong, used or expired");
        if (!name.matches(USER)) return refuse("a user's name is 2 to 64 letters and figures");
        User user = identities.newUser(name);
        user.setPassword(password);
        var weak = identities.checkPasswordAgainstPolicy(password, user);
        if (!weak.isValid()) return refuse("the password " + PasswordWords.of(weak.getViolatedRules()));
        if (identities.createUserQuery().userId(name).count() > 0) return refuse("there is a user of this name");
        create(user, hash.get());
        return new Outcome.Made(name);
    }

    private void create(User user, String hash) {
        user.setFirstName(user.getId());
        user.setLastName("Administrator");
        identities.saveUser(user);
        identities.createMembership(user.getId(), ADMINISTRATORS);
        jdbc.sql("insert into driftgate.first_administrator (person, sha256, made_at) values (?, ?, ?)")
                .param(user.getId())
                .param(hash)
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        var person = new PersonId(user.getId());
        var facts = Map.of("groups", List.of(ADMINISTRATORS), "token", hash);
        audit.append(new AuditEntry(AuditEvent.ADMINISTRATOR_MADE, person, null, null, facts, null));
    }

    private Outcome refuse(String reason) {
        var facts = Map.of("reason", reason);
        audit.append(new AuditEntry(AuditEvent.SET_UP_REFUSED, AuditEntry.SYSTEM, null, null, facts, null));
        return new Outcome.Refused(reason);
    }

    private boolean hasBeenDone() {
        return jdbc.sql("select count(*) from driftgate.first_administrator")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0;
    }

    /** What came of an attempt. */
    sealed interface Outcome {

        record Made(String name) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Closed() implements Outcome {}
    }

    /** The rules of the engine's policy in words. */
    static final class PasswordWords {

        private static final Map<String, String> WORDS = Map.of(
                "PASSWORD_POLICY_USER_DATA", "must not contain the user's name",
                "PASSWORD_POLICY_LENGTH", "needs at least 10 characters",
                "PASSWORD_POLICY_LOWERCASE", "needs a small letter",
                "PASSWORD_POLICY_UPPERCASE", "needs a capital letter",
                "PASSWORD_POLICY_DIGIT", "needs a figure",
                "PASSWORD_POLICY_SPECIAL", "needs a sign that is no letter and no figure",
                "PASSWORD_POLICY_UNCOMMON", "is one that everybody knows");

        private PasswordWords() {}

        static String of(List<PasswordPolicyRule> violated) {
            return String.join(
                    ", ",
                    violated.stream()
                            .map(rule -> WORDS.getOrDefault(rule.getPlaceholder(), rule.getPlaceholder()))
                            .toList());
        }
    }
}
