package org.driftgate.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Money;

/** A version as the record keeps it. */
public final class VersionFacts {

    private VersionFacts() {}

    public static Map<String, Object> of(ProposalVersion version) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", version.number());
        facts.put("versionId", version.id().toString());
        facts.put("kind", version.kind().name());
        facts.put("proposedBy", version.proposedBy().value());
        facts.put("origin", version.origin());
        facts.put("snapshot", version.snapshot().toString());
        facts.put("tradeHash", version.tradeHash());
        facts.put("lines", lines(version.trades()));
        facts.put("limits", version.limits().stream().map(VersionFacts::limit).toList());
        return facts;
    }

    public static List<String> lines(List<Trade> trades) {
        return trades.stream().map(VersionFacts::line).toList();
    }

    private static String limit(AccountLimit limit) {
        Money gain = limit.maximumNetGain();
        return "%s keeps at least %s%s"
                .formatted(
                        limit.account(),
                        limit.minimumCash().amount(),
                        gain == null ? "" : ", gains at most " + gain.amount());
    }

    private static String line(Trade trade) {
        return "%d %s %s %s in %s, limit %s"
                .formatted(
                        trade.line(), trade.side(), trade.quantity(), trade.symbol(), trade.account(), trade.limit());
    }
}
