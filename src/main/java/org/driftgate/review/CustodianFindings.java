package org.driftgate.review;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.review.RuleFinding.Rule;
import org.springframework.stereotype.Component;

/** What the custodians said of a version; of edited trades it holds for the lines that are as they were. */
@Component
class CustodianFindings {

    private final FindingTable findings;
    private final Proposals proposals;

    CustodianFindings(FindingTable findings, Proposals proposals) {
        this.findings = findings;
        this.proposals = proposals;
    }

    List<RuleFinding> of(ProposalVersion version) {
        return of(version, version.trades());
    }

    /** A version that was made in review inherits what was said of the one before. */
    List<RuleFinding> of(ProposalVersion version, List<Trade> trades) {
        return findings.of(version.id())
                .map(found -> standing(found, version, trades))
                .orElseGet(() ->
                        version.previous() == null ? List.of() : of(proposals.version(version.previous()), trades));
    }

    private static List<RuleFinding> standing(List<RuleFinding> found, ProposalVersion version, List<Trade> trades) {
        Map<Integer, Trade> said =
                version.trades().stream().collect(Collectors.toMap(Trade::line, Function.identity()));
        Map<Integer, Trade> now = trades.stream().collect(Collectors.toMap(Trade::line, Function.identity()));
        return found.stream()
                .filter(finding -> finding.rule() == Rule.CUSTODIAN)
                .filter(finding -> finding.lines().stream().allMatch(line -> isSame(said, now, line)))
                .toList();
    }

    private static boolean isSame(Map<Integer, Trade> before, Map<Integer, Trade> after, int line) {
        Trade one = before.get(line);
        Trade other = after.get(line);
        return one != null
                && other != null
                && one.account().equals(other.account())
                && one.side() == other.side()
                && one.symbol().equals(other.symbol())
                && one.quantity().equals(other.quantity());
    }
}
