package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.driftgate.proposal.ProposalVersion;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes single rows of the gate past the application's own code, as an attacker with its role would. */
@Component
class GateRows {

    static final String OTHER_HASH = "ab".repeat(32);

    private final JdbcClient jdbc;

    GateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void assertRefused(Runnable attack, String message) {
        assertThatThrownBy(attack::run)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*" + message + ".*");
    }

    void sign(ProposalVersion version, String hash, String person) {
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, :person, 'COMPLIANCE', 'signed', now())""")
                .param("version", version.id().value())
                .param("hash", hash)
                .param("person", person)
                .update();
    }

    void verdict(ProposalVersion version, String hash, String decision, String person) {
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, expires_at)
                values (gen_random_uuid(), :version, :hash, :decision, :person, 'drift', 'reason', 'comment',
                  now(), case when :decision = 'APPROVED' then timestamptz '2099-01-01' end)""")
                .param("version", version.id().value())
                .param("hash", hash)
                .param("decision", decision)
                .param("person", person)
                .update();
    }

    void sign(ProposalVersion version, String person, Tier tier) {
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, :person, :tier, 'signed', now())""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("person", person)
                .param("tier", tier.name())
                .update();
    }

    void approve(ProposalVersion version, String person, String columns, String values) {
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, expires_at%s)
                values (gen_random_uuid(), :version, :hash, 'APPROVED', :person, 'drift', 'reason', 'comment',
                  timestamptz '2026-11-20T14:00Z', timestamptz '2099-01-01'%s)""".formatted(columns, values))
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("person", person)
                .update();
    }

    void approve(ProposalVersion version, String person) {
        approve(version, person, "", "");
    }

    void run(ProposalVersion version, String sql) {
        jdbc.sql(sql).param("version", version.id().value()).update();
    }

    UUID copy(ProposalVersion version, String number, String kind, String proposer, String complete) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin,
                  snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete, created_at)
                select :id, case_id, %s, '%s', id, '%s', origin, snapshot_id, 'attack', 1, trade_hash, lot_hash, %s, now()
                from driftgate.proposal_version where id = :version""".formatted(number, kind, proposer, complete))
                .param("id", id)
                .param("version", version.id().value())
                .update();
        return id;
    }

    boolean standing(ProposalVersion version) {
        return jdbc.sql("""
                select driftgate.approval_stands(id) from driftgate.verdict where version_id = :version""")
                .param("version", version.id().value())
                .query(Boolean.class)
                .single();
    }
}
