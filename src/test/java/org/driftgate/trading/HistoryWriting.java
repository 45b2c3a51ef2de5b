package org.driftgate.trading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.driftgate.trading.HistoryVersion.Limit;
import org.driftgate.trading.HistoryVersion.Line;
import org.driftgate.trading.HistoryVersion.Lot;
import org.jspecify.annotations.Nullable;

/** Writes versions: proper ones, and ones with a single lie. */
final class HistoryWriting {

    enum Lie {
        NONE,
        HASH,
        LOT_HASH,
        LINE_TOO_MANY,
        LINE_TOO_FEW,
        LOTS_TOO_FEW,
        LOT_TOO_LARGE,
        NO_LIMITS,
        OTHER_ACCOUNT,
        FORMAT_1,
        GAIN_TOO_SMALL,
        NUMBER_TAKEN
    }

    private static final List<Lot> LOTS = List.of(new Lot("L1", 0, 40), new Lot("L2", 0, 80), new Lot("L3", 0, 120));

    private final HistoryCase about;

    HistoryWriting(HistoryCase about) {
        this.about = about;
    }

    boolean original() {
        return write("ORIGINAL", "advisor01", lines(), lie(), "");
    }

    boolean change() {
        return write("CHANGE", about.somebody(), lines(), lie(), "");
    }

    /** Lines left out or made smaller; now and then more than that, or in another name. */
    boolean reduction() {
        HistoryVersion before = about.newest();
        if (before == null) return false;
        List<Line> fewer = new ArrayList<>();
        for (Line line : before.lines()) if (!about.chance(20)) fewer.add(smaller(line));
        if (fewer.isEmpty()) return false;
        if (about.chance(8)) fewer.set(0, larger(fewer.get(0)));
        String proposer = about.chance(8) ? about.somebody() : before.proposer();
        return write("REDUCTION", proposer, fewer, lie(), "");
    }

    /** The same trades in the name of somebody who sets a finding aside. */
    boolean override() {
        HistoryVersion before = about.newest();
        if (before == null) return false;
        String person = about.somebody();
        List<Line> lines = about.chance(10) ? lines() : before.lines();
        String rule = about.chance(10) ? "RESTRICTION" : "CASH_NEED";
        String kind = about.chance(10) ? "ORIGINAL" : "CHANGE";
        return write(kind, person, lines, Lie.NONE, """
                insert into driftgate.finding_override values (:id, :hash, '%s', '%s', 'the client asked for it', %s);
                insert into driftgate.rule_check values (:id, 1, %s);
                insert into driftgate.finding values (:id, 1, 1, 'CASH_NEED', 'BLOCK', 'too little cash', '{1}');
                """.formatted(rule, person, about.time(), about.time()));
    }

    /** Other lots for the sales of the newest version. */
    boolean selection() {
        HistoryVersion version = about.newest();
        if (version == null) return false;
        List<Line> sales = version.lines().stream()
                .filter(Line::isSale)
                .map(this::otherLots)
                .toList();
        if (sales.isEmpty()) return false;
        String hash = about.chance(10) ? "ab".repeat(32) : version.lotHash(sales);
        String number = "(select coalesce(max(number), 0) %s from driftgate.lot_selection where version_id = '"
                + version.id() + "')";
        String lots = sales.stream()
                .map(sale -> lots("'%s', %s".formatted(version.id(), number.formatted("")), sale))
                .collect(Collectors.joining(", "));
        return about.write(
                """
                insert into driftgate.lot_selection values ('%s', %s, '%s', '%s', 'tax', '', %s);
                insert into driftgate.lot_selection_lot (version_id, number, line, ordinal, lot_id, quantity) values %s
                """.formatted(version.id(), number.formatted("+ 1"), version.tradeHash(), hash, about.time(), lots));
    }

    private Lie lie() {
        return about.chance(12) ? Lie.values()[about.random.nextInt(Lie.values().length)] : Lie.NONE;
    }

    /** A sale that pays for a buy, and a buy out of the cash of another account, which may need the client's consent. */
    private List<Line> lines() {
        int sold = 9 + about.upTo(50);
        var lines = new ArrayList<Line>();
        lines.add(new Line(1, "A1", "SELL", "SPY", sold, 100, lotsFor(sold)));
        lines.add(new Line(2, "A1", "BUY", "AGG", about.upTo(sold * 100 / 101), 100, List.of()));
        if (about.chance(60))
            lines.add(new Line(3, about.chance(40) ? "N1" : "A2", "BUY", "BND", about.upTo(6), 50, List.of()));
        return lines;
    }

    private List<Lot> lotsFor(int sold) {
        Lot one = about.oneOf(LOTS.toArray(Lot[]::new));
        Lot other = about.oneOf(LOTS.toArray(Lot[]::new));
        int part = about.upTo(sold);
        if (one.equals(other) || part == sold) return List.of(new Lot(one.id(), sold, one.cost()));
        return List.of(new Lot(one.id(), part, one.cost()), new Lot(other.id(), sold - part, other.cost()));
    }

    private Line smaller(Line line) {
        if (about.chance(60)) return line;
        int quantity = about.upTo(line.quantity());
        var lots = new ArrayList<Lot>();
        int left = line.isSale() ? quantity : 0;
        for (Lot lot : line.lots()) {
            int part = Math.min(left, lot.quantity());
            if (part > 0) lots.add(new Lot(lot.id(), part, lot.cost()));
            left -= part;
        }
        return line.of(quantity, lots);
    }

    private Line larger(Line line) {
        return line.of(line.quantity() + 1, line.isSale() ? lotsFor(line.quantity() + 1) : List.of());
    }

    private Line otherLots(Line sale) {
        return sale.of(sale.quantity(), lotsFor(about.chance(10) ? sale.quantity() - 1 : sale.quantity()));
    }

    private List<Limit> limits(List<Line> lines, Lie lie) {
        Set<String> traded = lines.stream().map(Line::account).collect(Collectors.toSet());
        var limits = new ArrayList<Limit>();
        for (String account : traded)
            limits.add(new Limit(
                    account, account.equals("A1") ? about.oneOf(0, 200, 900) : 0, maximumGain(lines, account, lie)));
        return limits;
    }

    private @Nullable Integer maximumGain(List<Line> lines, String account, Lie lie) {
        if (account.equals("A2")) return null;
        int gain = HistoryVersion.gain(lines, account);
        return lie == Lie.GAIN_TOO_SMALL ? gain - 100 : gain + about.oneOf(0, 0, 50);
    }

    private boolean write(String kind, String proposer, List<Line> lines, Lie lie, String more) {
        HistoryVersion before = about.newest();
        int number = before == null ? 1 : before.number() + (lie == Lie.NUMBER_TAKEN ? 0 : 1);
        var version = new HistoryVersion(
                new UUID(about.random.nextLong(), about.random.nextLong()),
                about.about,
                number,
                proposer,
                lines,
                lie == Lie.NO_LIMITS ? List.of() : limits(lines, lie));
        boolean written = about.write(sql(version, kind, before, lie)
                + more.replace(":id", "'" + version.id() + "'").replace(":hash", "'" + version.tradeHash() + "'"));
        if (written) about.versions.add(version);
        return written;
    }

    private String sql(HistoryVersion version, String kind, @Nullable HistoryVersion before, Lie lie) {
        int count = version.lines().size()
                + switch (lie) {
                    case LINE_TOO_MANY -> -1;
                    case LINE_TOO_FEW -> 1;
                    default -> 0;
                };
        String lines = version.lines().stream()
                .map(line -> "('%s', %d, '%s', '%s', '%s', %d, %d, %s)"
                        .formatted(
                                version.id(),
                                line.line(),
                                line.account(),
                                line.side(),
                                line.symbol(),
                                line.quantity(),
                                line.price(),
                                line.limit()))
                .collect(Collectors.joining(", "));
        return """
                insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin, snapshot_id,
                  reason, line_count, trade_hash, lot_hash, data_complete, created_at, hash_format)
                values ('%s', '%s', %d, '%s', %s, '%s', 'history', '%s', 'because', %d, '%s', '%s', true, %s, %d);
                insert into driftgate.proposal_line values %s;
                """.formatted(
                                version.id(),
                                about.about,
                                version.number(),
                                before == null ? "ORIGINAL" : kind,
                                before == null ? "null" : "'" + before.id() + "'",
                                version.proposer(),
                                HistoryWorld.SNAPSHOT,
                                Math.max(count, 1),
                                lie == Lie.HASH ? "ab".repeat(32) : version.tradeHash(),
                                lie == Lie.LOT_HASH ? "ab".repeat(32) : version.lotHash(),
                                about.time(),
                                lie == Lie.FORMAT_1 ? 1 : 2,
                                lines)
                + limitsSql(version, lie)
                + lotsSql(version, lie);
    }

    private static String limitsSql(HistoryVersion version, Lie lie) {
        if (version.limits().isEmpty()) return "";
        var accounts = new HashSet<String>();
        String limits = version.limits().stream()
                .filter(limit -> accounts.add(limit.account()))
                .map(limit -> "('%s', '%s', %d, %s)"
                        .formatted(
                                version.id(),
                                lie == Lie.OTHER_ACCOUNT ? "A9" : limit.account(),
                                limit.minimumCash(),
                                limit.maximumNetGain()))
                .collect(Collectors.joining(", "));
        return "insert into driftgate.envelope_account values %s;\n".formatted(limits);
    }

    private static String lotsSql(HistoryVersion version, Lie lie) {
        if (lie == Lie.LOTS_TOO_FEW) return "";
        String lots = version.lines().stream()
                .filter(Line::isSale)
                .map(line -> lots("'%s'".formatted(version.id()), lie == Lie.LOT_TOO_LARGE ? tooLarge(line) : line))
                .collect(Collectors.joining(", "));
        return lots.isEmpty() ? "" : "insert into driftgate.proposal_lot values %s;\n".formatted(lots);
    }

    private static Line tooLarge(Line line) {
        Lot first = line.lots().get(0);
        return line.of(line.quantity(), List.of(new Lot(first.id(), line.quantity() + 1, first.cost())));
    }

    private static String lots(String version, Line line) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < line.lots().size(); i++) {
            Lot lot = line.lots().get(i);
            rows.add("(%s, %d, %d, '%s', %d)".formatted(version, line.line(), i + 1, lot.id(), lot.quantity()));
        }
        return String.join(", ", rows);
    }
}
