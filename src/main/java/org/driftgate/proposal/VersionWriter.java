package org.driftgate.proposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a version once: header, lines, lots and reasons in the caller's transaction. */
@Component
class VersionWriter {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final VersionTable versions;
    private final Envelopes envelopes;
    private final Clock clock;

    VersionWriter(JdbcClient jdbc, JdbcTemplate batches, VersionTable versions, Envelopes envelopes, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.versions = versions;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    ProposalVersion write(NewVersion made) {
        lock(made);
        Optional<ProposalVersion> previous = versions.newest(made.about());
        int number = previous.map(version -> version.number() + 1).orElse(1);
        List<AccountLimit> limits = envelopes.of(made);
        var version = new ProposalVersion(
                VersionId.random(),
                made.about(),
                number,
                made.kind(),
                previous.map(ProposalVersion::id).orElse(null),
                made.proposedBy(),
                made.origin(),
                made.snapshot(),
                made.trades(),
                limits,
                TradeHash.FORMAT,
                TradeHash.of(made.about(), number, made.trades(), limits),
                clock.instant());
        header(version, made);
        lines(version);
        limits(version);
        return version;
    }

    private void lock(NewVersion made) {
        jdbc.sql("select driftgate.lock_case(:case)::text")
                .param("case", made.about().value())
                .query(String.class)
                .list();
    }

    private void header(ProposalVersion version, NewVersion made) {
        jdbc.sql("""
                insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin,
                  source_reference, source_hash, snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete,
                  created_at)
                values (:id, :case, :number, :kind, :previous, :by, :origin, :reference, :sourceHash, :snapshot, :reason,
                  :lines, :tradeHash, :lotHash, true, :at)""")
                .param("id", version.id().value())
                .param("case", version.about().value())
                .param("number", version.number())
                .param("kind", version.kind().name())
                .param("previous", value(version.previous()))
                .param("by", version.proposedBy().value())
                .param("origin", version.origin())
                .param("reference", made.reference())
                .param("sourceHash", made.sourceHash())
                .param("snapshot", version.snapshot().value())
                .param("reason", made.reason())
                .param("lines", version.trades().size())
                .param("tradeHash", version.tradeHash())
                .param("lotHash", LotHash.of(version.tradeHash(), LotHash.lotsOf(version.trades())))
                .param("at", OffsetDateTime.ofInstant(version.createdAt(), ZoneOffset.UTC))
                .update();
    }

    private void lines(ProposalVersion version) {
        UUID id = version.id().value();
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> lots = new ArrayList<>();
        List<Object[]> reasons = new ArrayList<>();
        for (Trade trade : version.trades()) {
            lines.add(new Object[] {
                id,
                trade.line(),
                trade.account().value(),
                trade.side().name(),
                trade.symbol().value(),
                trade.quantity().shares(),
                trade.estimatedPrice().dollars(),
                trade.limit().dollars()
            });
            int ordinal = 0;
            for (LotSale lot : trade.lots())
                lots.add(new Object[] {
                    id,
                    trade.line(),
                    ++ordinal,
                    lot.lot().value(),
                    lot.quantity().shares()
                });
            ordinal = 0;
            for (Reason reason : trade.reasons())
                reasons.add(new Object[] {id, trade.line(), ++ordinal, reason.code(), reason.sentence()});
        }
        batches.batchUpdate("insert into driftgate.proposal_line values (?, ?, ?, ?, ?, ?, ?, ?)", lines);
        batches.batchUpdate("insert into driftgate.proposal_lot values (?, ?, ?, ?, ?)", lots);
        batches.batchUpdate("insert into driftgate.proposal_reason values (?, ?, ?, ?, ?)", reasons);
    }

    private void limits(ProposalVersion version) {
        batches.batchUpdate(
                "insert into driftgate.envelope_account values (?, ?, ?, ?)",
                version.limits().stream()
                        .map(limit -> new Object[] {
                            version.id().value(),
                            limit.account().value(),
                            limit.minimumCash().amount(),
                            limit.maximumNetGain() == null
                                    ? null
                                    : limit.maximumNetGain().amount()
                        })
                        .toList());
    }

    private static @Nullable UUID value(@Nullable VersionId id) {
        return id == null ? null : id.value();
    }
}
