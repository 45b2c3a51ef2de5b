package org.driftgate.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Security;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.CapitalGains;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.shared.Money;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** One trade as the reviewer sees it, with the gains of its lots and the flags of the findings about it. */
final class LineView {

    private static final String HIGH_GAIN = "HIGH_GAIN";

    private LineView() {}

    static ReviewView.Line of(
            Trade trade,
            ProposalVersion original,
            Assessment assessment,
            List<RuleFinding> findings,
            LocalDate day,
            Money highGain) {
        List<LotGain> gains = assessment.gains().stream()
                .filter(gain -> gain.line() == trade.line())
                .toList();
        CapitalGains sum = RealizedGains.sum(gains);
        return new ReviewView.Line(
                trade.line(),
                trade.account().value(),
                registration(trade, assessment),
                trade.side().name(),
                trade.symbol().value(),
                Optional.ofNullable(assessment.market().securities().get(trade.symbol()))
                        .map(Security::name)
                        .orElse(trade.symbol().value()),
                decimal(trade.quantity()),
                originalQuantity(trade, original),
                trade.estimatedPrice().dollars(),
                trade.limit().dollars(),
                trade.quantity().at(trade.estimatedPrice()).amount(),
                sum.shortTerm().amount(),
                sum.longTerm().amount(),
                gains.stream()
                        .map(gain -> LotView.sold(gain, trade.estimatedPrice(), assessment, day))
                        .toList(),
                trade.reasons().stream()
                        .map(reason -> new ReviewView.ReasonView(reason.code(), reason.sentence()))
                        .toList(),
                flags(trade, findings, isHigh(gains, highGain)));
    }

    static BigDecimal decimal(Quantity quantity) {
        return new BigDecimal(quantity.toString());
    }

    private static String registration(Trade trade, Assessment assessment) {
        return assessment.household().accounts().stream()
                .filter(account -> account.id().equals(trade.account()))
                .map(Account::registration)
                .map(Enum::name)
                .findFirst()
                .orElse("UNKNOWN");
    }

    /** What was first proposed on this line, where that differs. */
    private static @Nullable BigDecimal originalQuantity(Trade trade, ProposalVersion original) {
        return original.trades().stream()
                .filter(proposed -> proposed.line() == trade.line())
                .filter(proposed -> proposed.account().equals(trade.account())
                        && proposed.symbol().equals(trade.symbol())
                        && !proposed.quantity().equals(trade.quantity()))
                .map(Trade::quantity)
                .map(LineView::decimal)
                .findFirst()
                .orElse(null);
    }

    private static boolean isHigh(List<LotGain> gains, Money highGain) {
        CapitalGains taxable =
                RealizedGains.sum(gains.stream().filter(LotGain::isTaxable).toList());
        return taxable.total().compareTo(highGain) > 0;
    }

    private static List<String> flags(Trade trade, List<RuleFinding> findings, boolean isHigh) {
        Stream<String> rules = findings.stream()
                .filter(finding -> finding.lines().contains(trade.line()))
                .map(finding -> finding.rule().name())
                .distinct();
        return Stream.concat(isHigh ? Stream.of(HIGH_GAIN) : Stream.empty(), rules)
                .toList();
    }
}
