package org.driftgate.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** A version of the trades beside the one before it; the first version has nothing before. */
record VersionDiff(ProposalVersion version, List<Change> changes) {

    /** {@code before} or {@code after} is missing where a line was added or left out. */
    record Change(
            AccountId account,
            Side side,
            Symbol symbol,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {

        public boolean isDifferent() {
            return before == null || after == null || before.compareTo(after) != 0;
        }
    }

    private record Key(AccountId account, Side side, Symbol symbol) {}

    static List<VersionDiff> all(List<ProposalVersion> oldestFirst) {
        var diffs = new ArrayList<VersionDiff>();
        ProposalVersion previous = null;
        for (ProposalVersion version : oldestFirst) {
            diffs.add(new VersionDiff(version, changes(previous, version)));
            previous = version;
        }
        return diffs;
    }

    /** Whether there is anything before it to compare with. */
    public boolean isFirst() {
        return version.number() == 1;
    }

    private static List<Change> changes(@Nullable ProposalVersion before, ProposalVersion after) {
        Map<Key, BigDecimal> old = before == null ? Map.of() : quantities(before);
        Map<Key, BigDecimal> now = quantities(after);
        var keys = new LinkedHashMap<Key, Boolean>();
        old.keySet().forEach(key -> keys.put(key, true));
        now.keySet().forEach(key -> keys.put(key, true));
        return keys.keySet().stream()
                .map(key -> new Change(key.account(), key.side(), key.symbol(), old.get(key), now.get(key)))
                .toList();
    }

    private static Map<Key, BigDecimal> quantities(ProposalVersion version) {
        var quantities = new LinkedHashMap<Key, BigDecimal>();
        for (Trade trade : version.trades())
            quantities.merge(
                    new Key(trade.account(), trade.side(), trade.symbol()),
                    trade.quantity().shares(),
                    BigDecimal::add);
        return quantities;
    }
}
