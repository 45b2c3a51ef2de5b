package org.driftgate.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.driftgate.proposal.LotHash;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.LotId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lots in force for a version: the tax reviewer's newest selection, otherwise the proposal's own. */
@Component
class LotSelections {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    LotSelections(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    Map<Integer, List<LotSale>> inForce(ProposalVersion version) {
        int number = newest(version);
        if (number == 0) return LotHash.lotsOf(version.trades());
        Map<Integer, List<LotSale>> lots = new TreeMap<>();
        jdbc.sql("""
                select line, lot_id, quantity from driftgate.lot_selection_lot
                where version_id = :version and number = :number order by line, ordinal""")
                .param("version", version.id().value())
                .param("number", number)
                .query(row -> {
                    Objects.requireNonNull(lots.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>()))
                            .add(new LotSale(
                                    new LotId(row.getString("lot_id")), Quantity.shares(row.getString("quantity"))));
                });
        return lots;
    }

    /** Keeps a selection and returns its hash. */
    String keep(ProposalVersion version, Map<Integer, List<LotSale>> lots, PersonId person, String note) {
        String hash = LotHash.of(version.tradeHash(), lots);
        int number = newest(version) + 1;
        jdbc.sql("""
                insert into driftgate.lot_selection
                  (version_id, number, trade_hash, lot_hash, person, note, chosen_at)
                values (:version, :number, :tradeHash, :lotHash, :person, :note, :at)""")
                .param("version", version.id().value())
                .param("number", number)
                .param("tradeHash", version.tradeHash())
                .param("lotHash", hash)
                .param("person", person.value())
                .param("note", note)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        batches.batchUpdate(
                "insert into driftgate.lot_selection_lot values (?, ?, ?, ?, ?, ?)",
                rows(version.id().value(), number, lots));
        return hash;
    }

    private int newest(ProposalVersion version) {
        return jdbc.sql("select coalesce(max(number), 0) from driftgate.lot_selection where version_id = :version")
                .param("version", version.id().value())
                .query(Integer.class)
                .single();
    }

    private static List<Object[]> rows(UUID version, int number, Map<Integer, List<LotSale>> lots) {
        List<Object[]> rows = new ArrayList<>();
        lots.forEach((line, sales) -> {
            int ordinal = 0;
            for (LotSale sale : sales)
                rows.add(new Object[] {
                    version,
                    number,
                    line,
                    ++ordinal,
                    sale.lot().value(),
                    sale.quantity().shares()
                });
        });
        return rows;
    }
}
