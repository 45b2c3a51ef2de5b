package org.driftgate.proposal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;

/**
 * The envelope that a person approves, as canonical text in UTF-8, every line ended by one LF, and its SHA-256 in hex:
 *
 * <pre>
 * driftgate-trades/2
 * case=R20261120-1.H000042
 * version=1
 * type=LIMIT
 * duration=DAY
 * cash=BUYS_SHRINK
 * account=A1|minimum-cash=0.00|maximum-net-gain=1250.00
 * line=1|account=A1|side=SELL|symbol=SPY|quantity=100.000000|limit=381.500000
 * </pre>
 *
 * Every byte is in {@code docs/canonical-bytes.md}. Accounts are ordered by the bytes of their id, lines by number. Lots
 * are not in it, see {@link LotHash}. The database computes the same in {@code driftgate.trade_hash_of}.
 */
public final class TradeHash {

    static final int FORMAT = 2;

    private static final Comparator<AccountLimit> BY_BYTES = Comparator.comparing(
            limit -> limit.account().value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private TradeHash() {}

    /** Of what the version holds, in the format in which it was hashed. */
    public static String of(ProposalVersion version) {
        return version.hashFormat() == 1
                ? Sha256.hex(text(version.about(), version.number(), version.trades()))
                : of(version.about(), version.number(), version.trades(), version.limits());
    }

    static String of(CaseId about, int version, List<Trade> trades, List<AccountLimit> limits) {
        return Sha256.hex(text(about, version, trades, limits));
    }

    static String text(CaseId about, int version, List<Trade> trades, List<AccountLimit> limits) {
        var text = new StringBuilder("driftgate-trades/2\n")
                .append("case=%s\nversion=%d\n".formatted(Sha256.plain(about.value()), version))
                .append("type=LIMIT\nduration=DAY\ncash=BUYS_SHRINK\n");
        limits.stream().sorted(BY_BYTES).forEach(limit -> text.append(line(limit)));
        return append(text, trades);
    }

    /** Format 1, which versions from before the limits keep. */
    static String text(CaseId about, int version, List<Trade> trades) {
        var text = new StringBuilder("driftgate-trades/1\n")
                .append("case=%s\nversion=%d\norder=DAY\n".formatted(Sha256.plain(about.value()), version));
        return append(text, trades);
    }

    private static String append(StringBuilder text, List<Trade> trades) {
        trades.stream().sorted(Comparator.comparingInt(Trade::line)).forEach(trade -> text.append(line(trade)));
        return text.toString();
    }

    private static String line(AccountLimit limit) {
        Money gain = limit.maximumNetGain();
        return "account=%s|minimum-cash=%s|maximum-net-gain=%s\n"
                .formatted(
                        Sha256.plain(limit.account().value()),
                        limit.minimumCash().amount().toPlainString(),
                        gain == null ? "none" : gain.amount().toPlainString());
    }

    private static String line(Trade trade) {
        return "line=%d|account=%s|side=%s|symbol=%s|quantity=%s|limit=%s\n"
                .formatted(
                        trade.line(),
                        Sha256.plain(trade.account().value()),
                        trade.side(),
                        Sha256.plain(trade.symbol().value()),
                        trade.quantity().shares().toPlainString(),
                        trade.limit().dollars().toPlainString());
    }
}
