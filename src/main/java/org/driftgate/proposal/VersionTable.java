package org.driftgate.proposal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads versions with their lines, lots and reasons. */
@Component
class VersionTable {

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProposalVersion> ofCase(CaseId about) {
        return jdbc.sql("select * from driftgate.proposal_version where case_id = :case order by number")
                .param("case", about.value())
                .query(this::version)
                .list();
    }

    Optional<ProposalVersion> newest(CaseId about) {
        return jdbc.sql("select * from driftgate.proposal_version where case_id = :case order by number desc limit 1")
                .param("case", about.value())
                .query(this::version)
                .optional();
    }

    Optional<ProposalVersion> find(VersionId id) {
        return jdbc.sql("select * from driftgate.proposal_version where id = :id")
                .param("id", id.value())
                .query(this::version)
                .optional();
    }

    private ProposalVersion version(ResultSet row, int number) throws SQLException {
        UUID id = uuid(row, "id");
        UUID previous = row.getObject("previous", UUID.class);
        return new ProposalVersion(
                new VersionId(id),
                new CaseId(row.getString("case_id")),
                row.getInt("number"),
                ProposalVersion.Kind.valueOf(row.getString("kind")),
                previous == null ? null : new VersionId(previous),
                new PersonId(row.getString("proposed_by")),
                row.getString("origin"),
                new SnapshotId(uuid(row, "snapshot_id")),
                trades(id),
                limits(id),
                row.getInt("hash_format"),
                row.getString("trade_hash"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private List<AccountLimit> limits(UUID version) {
        return jdbc.sql("select * from driftgate.envelope_account where version_id = :id order by account_id")
                .param("id", version)
                .query((row, number) -> limit(row))
                .list();
    }

    private static AccountLimit limit(ResultSet row) throws SQLException {
        BigDecimal gain = row.getBigDecimal("maximum_net_gain");
        return new AccountLimit(
                new AccountId(row.getString("account_id")),
                Money.usd(decimal(row, "minimum_cash")),
                gain == null ? null : Money.usd(gain));
    }

    private List<Trade> trades(UUID version) {
        Map<Integer, List<LotSale>> lots = new TreeMap<>();
        jdbc.sql("select * from driftgate.proposal_lot where version_id = :id order by line, ordinal")
                .param("id", version)
                .query(row -> {
                    list(lots, row.getInt("line"))
                            .add(new LotSale(new LotId(row.getString("lot_id")), quantity(row, "quantity")));
                });
        Map<Integer, List<Reason>> reasons = new TreeMap<>();
        jdbc.sql("select * from driftgate.proposal_reason where version_id = :id order by line, ordinal")
                .param("id", version)
                .query(row -> {
                    list(reasons, row.getInt("line")).add(new Reason(row.getString("code"), row.getString("sentence")));
                });
        return jdbc.sql("select * from driftgate.proposal_line where version_id = :id order by line")
                .param("id", version)
                .query((row, number) -> trade(row, list(lots, row.getInt("line")), list(reasons, row.getInt("line"))))
                .list();
    }

    private static Trade trade(ResultSet row, List<LotSale> lots, List<Reason> reasons) throws SQLException {
        return new Trade(
                row.getInt("line"),
                new AccountId(row.getString("account_id")),
                Side.valueOf(row.getString("side")),
                new Symbol(row.getString("symbol")),
                quantity(row, "quantity"),
                price(row, "estimated_price"),
                price(row, "limit_price"),
                lots,
                reasons);
    }

    private static <T> List<T> list(Map<Integer, List<T>> byLine, int line) {
        return Objects.requireNonNull(byLine.computeIfAbsent(line, key -> new ArrayList<>()));
    }

    private static Quantity quantity(ResultSet row, String column) throws SQLException {
        return new Quantity(decimal(row, column));
    }

    private static Price price(ResultSet row, String column) throws SQLException {
        return new Price(decimal(row, column));
    }

    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return present(row.getBigDecimal(column), column);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return present(row.getObject(column, UUID.class), column);
    }

    private static <T> T present(@Nullable T value, String column) {
        if (value == null) throw new IllegalStateException("proposal rows always have a " + column);
        return value;
    }
}
