package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings that a named person set aside for exactly one version. */
@Component
public class Overrides {

    private final JdbcClient jdbc;
    private final Clock clock;

    Overrides(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Rules are named as findings name them. */
    public List<Override> of(VersionId version) {
        return jdbc.sql("select rule, person, reason from driftgate.finding_override where version_id = :version")
                .param("version", version.value())
                .query(Overrides::read)
                .list();
    }

    /** Whether a finding forbids this version and nobody has set it aside. */
    boolean forbids(ProposalVersion version, RuleFinding finding) {
        return finding.isBlock()
                && of(version.id()).stream()
                        .noneMatch(one -> one.rule().equals(finding.rule().name()));
    }

    void keep(ProposalVersion version, RuleFinding.Rule rule, PersonId person, String reason) {
        jdbc.sql("""
                insert into driftgate.finding_override (version_id, trade_hash, rule, person, reason, overridden_at)
                values (:version, :hash, :rule, :person, :reason, :at)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("rule", rule.name())
                .param("person", person.value())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Override read(ResultSet row, int number) throws SQLException {
        return new Override(row.getString("rule"), new PersonId(row.getString("person")), row.getString("reason"));
    }

    /** Who set which rule aside, and why. */
    public record Override(String rule, PersonId person, String reason) {}
}
