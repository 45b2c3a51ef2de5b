package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person whose screen is out of date what has moved since. */
@Component
class StaleScreen {

    private final Proposals proposals;
    private final Cases cases;

    StaleScreen(Proposals proposals, Cases cases) {
        this.proposals = proposals;
        this.cases = cases;
    }

    /** Empty when the version and hash that were on the screen are the current ones of an open case. */
    List<String> changes(ProposalVersion current, int version, String tradeHash) {
        List<String> changes = new ArrayList<>();
        RebalancingCase about = cases.get(current.about());
        if (about.state().isClosed())
            changes.add("the case is closed: " + about.state().label());
        if (version != current.number()) {
            changes.add("version %d (%s by %s) took the place of version %d"
                    .formatted(current.number(), current.kind(), current.proposedBy(), version));
            proposals.ofCase(current.about()).stream()
                    .filter(shown -> shown.number() == version)
                    .forEach(shown -> changes.addAll(lines(shown, current)));
        } else if (!tradeHash.equals(current.tradeHash())) {
            changes.add("the trades on the screen are not those of version " + version);
        }
        return changes;
    }

    private static List<String> lines(ProposalVersion shown, ProposalVersion current) {
        Map<Integer, Trade> before = byLine(shown);
        Map<Integer, Trade> after = byLine(current);
        var lines = new TreeSet<>(before.keySet());
        lines.addAll(after.keySet());
        return lines.stream()
                .filter(line -> !Objects.equals(text(before.get(line)), text(after.get(line))))
                .map(line -> "line %d: %s, was %s".formatted(line, text(after.get(line)), text(before.get(line))))
                .toList();
    }

    private static Map<Integer, Trade> byLine(ProposalVersion version) {
        return version.trades().stream().collect(Collectors.toMap(Trade::line, Function.identity()));
    }

    private static String text(@Nullable Trade trade) {
        if (trade == null) return "nothing";
        return "%s %s %s in account %s".formatted(trade.side(), trade.quantity(), trade.symbol(), trade.account());
    }
}
