package org.driftgate.proposal;

import java.util.Comparator;
import java.util.List;
import org.driftgate.shared.CaseId;

/**
 * The envelope that a person approves, as canonical text in UTF-8, every line ended by one LF, and its SHA-256 in hex:
 *
 * <pre>
 * driftgate-trades/1
 * case=R20261120-1.H000042
 * version=1
 * order=DAY
 * line=1|account=A1|side=SELL|symbol=SPY|quantity=100.000000|limit=381.500000
 * </pre>
 *
 * Lines are ordered by number; quantity and limit have six digits. Lots are not in it, see {@link LotHash}. The database
 * computes the same in {@code driftgate.trade_hash_of}.
 */
public final class TradeHash {

    private TradeHash() {}

    public static String of(CaseId about, int version, List<Trade> trades) {
        return Sha256.hex(text(about, version, trades));
    }

    static String text(CaseId about, int version, List<Trade> trades) {
        var text = new StringBuilder("driftgate-trades/1\n")
                .append("case=%s\nversion=%d\norder=DAY\n".formatted(Sha256.plain(about.value()), version));
        trades.stream().sorted(Comparator.comparingInt(Trade::line)).forEach(trade -> text.append(line(trade)));
        return text.toString();
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
