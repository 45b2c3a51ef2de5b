package org.driftgate.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Position;
import org.driftgate.household.Security;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** Facts about what the household looks like after the trades: single securities, drift, the mandate's classes. */
final class WeightFacts {

    private WeightFacts() {}

    static Stream<RuleFact> of(Assessment assessment, Weight concentrationLimit) {
        return Stream.of(
                        concentration(assessment, concentrationLimit),
                        assessment.after().classes().stream().map(drift -> drift(assessment, drift)),
                        assessment.after().classes().stream().map(drift -> mandate(assessment, drift)))
                .flatMap(facts -> facts);
    }

    private static Stream<RuleFact> concentration(Assessment assessment, Weight limit) {
        Map<Symbol, Money> held = held(assessment);
        return assessment.market().securities().values().stream()
                .flatMap(security -> Stream.ofNullable(held.get(security.symbol()))
                        .map(value -> concentration(assessment, security, value, limit)));
    }

    private static RuleFact concentration(Assessment assessment, Security security, Money held, Weight limit) {
        var weight = new Weight(held.shareOf(assessment.after().value()));
        return RuleFact.of(
                PreTradeRule.CONCENTRATION,
                security.symbol().value(),
                percent(weight),
                percent(limit),
                Map.of(
                        Circumstance.SYMBOL, security.symbol().value(),
                        Circumstance.SECURITY_KIND, security.kind().name()),
                most -> "%s is %s %% of the household after the trades, more than %s %%"
                        .formatted(security.symbol(), weight.inPercent(), inPercent(most)),
                linesOf(assessment, security.symbol()));
    }

    private static RuleFact drift(Assessment assessment, ClassDrift drift) {
        return RuleFact.of(
                PreTradeRule.DRIFT_WORSE,
                drift.assetClass().value(),
                percent(DriftComparison.excess(drift)),
                percent(DriftComparison.excess(assessment.before(), drift.assetClass())),
                Map.of(
                        Circumstance.ASSET_CLASS, drift.assetClass().value(),
                        Circumstance.MODEL, MandateFacts.model(assessment)),
                limit -> DriftComparison.sentence(drift),
                List.of());
    }

    private static RuleFact mandate(Assessment assessment, ClassDrift drift) {
        return RuleFact.of(
                PreTradeRule.IPS_LIMIT,
                drift.assetClass().value(),
                percent(drift.actual()),
                percent(drift.target().plus(drift.band())),
                Map.of(
                        Circumstance.ASSET_CLASS, drift.assetClass().value(),
                        Circumstance.MODEL, MandateFacts.model(assessment),
                        Circumstance.TARGET, percent(drift.target()),
                        Circumstance.BAND, percent(drift.band()),
                        Circumstance.BEFORE, percent(DriftComparison.weight(assessment.before(), drift.assetClass()))),
                limit -> "%s is %s %% of the household after the trades, against a limit of %s %%"
                        .formatted(drift.assetClass(), drift.actual().inPercent(), inPercent(limit)),
                purchasesOf(assessment, drift.assetClass()));
    }

    private static List<Integer> purchasesOf(Assessment assessment, AssetClass assetClass) {
        return assessment.trades().stream()
                .filter(trade -> !trade.isSale())
                .filter(trade -> Stream.ofNullable(
                                assessment.market().securities().get(trade.symbol()))
                        .anyMatch(security -> security.assetClass().equals(assetClass)))
                .map(PlannedTrade::line)
                .toList();
    }

    private static Map<Symbol, Money> held(Assessment assessment) {
        Map<Symbol, Money> held = new HashMap<>();
        for (Account account : assessment.traded().accounts())
            for (Position position : account.positions())
                held.merge(position.symbol(), value(assessment.market(), position), Money::plus);
        return held;
    }

    /** Zero for a security without a price; the book's own checks name it. */
    static Money value(Book market, Position position) {
        Security security = market.securities().get(position.symbol());
        return security == null ? Money.ZERO : position.quantity().at(security.price());
    }

    private static List<Integer> linesOf(Assessment assessment, Symbol symbol) {
        return assessment.trades().stream()
                .filter(trade -> trade.symbol().equals(symbol))
                .map(PlannedTrade::line)
                .toList();
    }

    private static BigDecimal percent(Weight weight) {
        return ConsequenceFacts.percent(weight.value());
    }

    static String inPercent(BigDecimal percent) {
        return new Weight(percent.movePointLeft(2)).inPercent();
    }
}
