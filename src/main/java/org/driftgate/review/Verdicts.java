package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.market.MarketCalendar;
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

    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final MarketCalendar market;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, ReviewSettings settings, MarketCalendar market, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.market = market;
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

    /** Whether an order of this version was claimed for sending. */
    boolean isClaimed(VersionId version) {
        return jdbc.sql("select driftgate.is_claimed(:version)")
                .param("version", version.value())
                .query(Boolean.class)
                .single();
    }

    void signOff(ProposalVersion version, Tier tier, PersonId person, String comment) {
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, :person, :tier, :comment, :at)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("person", person.value())
                .param("tier", tier.name())
                .param("comment", comment)
                .param("at", now())
                .update();
    }

    /**
     * Approves: nothing is claimed before the undo time has passed, and the approval lives until the end of the last
     * release window that it can reach after it.
     */
    Verdict approve(ProposalVersion version, PersonId person, Rationale rationale) {
        Instant now = clock.instant();
        Instant notBefore = now.plus(settings.undoMinimum());
        give(version, person, rationale, now, notBefore, market.approvalExpiry(notBefore));
        return of(version.id()).orElseThrow();
    }

    void decline(ProposalVersion version, PersonId person, Rationale rationale) {
        give(version, person, rationale, clock.instant(), null, null);
    }

    private void give(
            ProposalVersion version,
            PersonId person,
            Rationale rationale,
            Instant decidedAt,
            @Nullable Instant notBefore,
            @Nullable Instant expiresAt) {
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, not_before, expires_at, release_day, session)
                values (gen_random_uuid(), :version, :hash, :decision, :person, :threshold, :reason, :comment, :at,
                  :notBefore, :expires, :day, :session)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("decision", expiresAt == null ? "DECLINED" : "APPROVED")
                .param("person", person.value())
                .param("threshold", rationale.threshold())
                .param("reason", rationale.proposalReason())
                .param("comment", rationale.comment())
                .param("at", utc(decidedAt))
                .param("notBefore", utc(notBefore))
                .param("expires", utc(expiresAt))
                .param("day", expiresAt == null ? null : LocalDate.ofInstant(expiresAt, market.zone()))
                .param("session", rationale.session())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Verdict read(ResultSet row, int number) throws SQLException {
        return new Verdict(
                UUID.fromString(row.getString("id")),
                VersionId.parse(row.getString("version_id")),
                row.getString("trade_hash"),
                "APPROVED".equals(row.getString("decision")),
                new PersonId(row.getString("decided_by")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                row.getBoolean("revoked"),
                instant(row, "not_before"),
                row.getBoolean("self_approved"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
