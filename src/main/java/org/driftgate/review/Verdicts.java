package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the gate: sign-offs and verdicts. The schema refuses what must not be. */
@Component
class Verdicts {

    static final String COMPLIANCE = "COMPLIANCE";

    private final JdbcClient jdbc;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One decision at a time on a case. */
    void lock(CaseId about) {
        jdbc.sql("select driftgate.lock_case(:case)::text")
                .param("case", about.value())
                .query(String.class)
                .list();
    }

    Optional<Verdict> of(VersionId version) {
        return jdbc.sql("""
                select v.*, exists (select from driftgate.revocation r where r.verdict_id = v.id) as revoked
                from driftgate.verdict v where v.version_id = :version""")
                .param("version", version.value())
                .query(Verdicts::read)
                .optional();
    }

    void signOff(ProposalVersion version, PersonId person, String comment) {
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, :person, :tier, :comment, :at)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("person", person.value())
                .param("tier", COMPLIANCE)
                .param("comment", comment)
                .param("at", now())
                .update();
    }

    UUID give(ProposalVersion version, PersonId person, Rationale rationale, @Nullable Instant expiresAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, expires_at, session)
                values (:id, :version, :hash, :decision, :person, :threshold, :reason, :comment, :at, :expires, :session)""")
                .param("id", id)
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("decision", expiresAt == null ? "DECLINED" : "APPROVED")
                .param("person", person.value())
                .param("threshold", rationale.threshold())
                .param("reason", rationale.proposalReason())
                .param("comment", rationale.comment())
                .param("at", now())
                .param("expires", expiresAt == null ? null : OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
                .param("session", rationale.session())
                .update();
        return id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Verdict read(ResultSet row, int number) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Verdict(
                UUID.fromString(row.getString("id")),
                VersionId.parse(row.getString("version_id")),
                row.getString("trade_hash"),
                "APPROVED".equals(row.getString("decision")),
                new PersonId(row.getString("decided_by")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getBoolean("revoked"));
    }
}
