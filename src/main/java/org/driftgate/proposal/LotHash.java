package org.driftgate.proposal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.shared.Side;

/**
 * The ordered lots of every sale, bound to the trades they belong to: canonical text like {@link TradeHash}.
 *
 * <pre>
 * driftgate-lots/1
 * trades=(trade hash)
 * line=1|lot=L1|quantity=60.000000
 * line=1|lot=L2|quantity=40.000000
 * </pre>
 */
public final class LotHash {

    private LotHash() {}

    public static String of(String tradeHash, Map<Integer, List<LotSale>> lots) {
        return Sha256.hex(text(tradeHash, lots));
    }

    /** The lots as the trades themselves carry them. */
    public static Map<Integer, List<LotSale>> lotsOf(List<Trade> trades) {
        return trades.stream()
                .filter(trade -> trade.side() == Side.SELL)
                .collect(Collectors.toUnmodifiableMap(Trade::line, Trade::lots));
    }

    static String text(String tradeHash, Map<Integer, List<LotSale>> lots) {
        var text = new StringBuilder("driftgate-lots/1\ntrades=%s\n".formatted(tradeHash));
        new TreeMap<>(lots)
                .forEach((line, sales) -> sales.forEach(sale -> text.append("line=%d|lot=%s|quantity=%s\n"
                        .formatted(
                                line,
                                Sha256.plain(sale.lot().value()),
                                sale.quantity().shares().toPlainString()))));
        return text.toString();
    }
}
