package org.driftgate.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Position;
import org.driftgate.household.Security;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** Rules that look at what the trades lead to: cash, tax, wash sales, concentration, drift. */
final class ConsequenceRules {

    private ConsequenceRules() {}

    static Stream<RuleFinding> findings(Assessment assessment, Weight concentrationLimit) {
        return Stream.of(
                        cash(assessment),
                        budget(assessment),
                        shortTerm(assessment),
                        washSales(assessment),
                        concentration(assessment, concentrationLimit),
                        drift(assessment))
                .flatMap(found -> found);
    }

    /** Spending below the need forbids approval; a need that no trade touches, or only the collar, is a warning. */
    private static Stream<RuleFinding> cash(Assessment assessment) {
        return assessment.cash().stream()
                .filter(cash -> cash.shortfallAtCollar().isPositive())
                .map(cash -> cash(cash, linesIn(assessment, cash.account())));
    }

    private static RuleFinding cash(CashAfter cash, List<Integer> lines) {
        if (!cash.shortfall().isPositive())
            return RuleFinding.warning(
                    Rule.COLLAR_CASH,
                    "buys in account %s may shrink at release: at their limits %s would be missing"
                            .formatted(cash.account(), Dollars.of(cash.shortfallAtCollar())),
                    lines);
        String sentence = "account %s lacks %s: %s in cash after the trades, %s needed"
                .formatted(
                        cash.account(),
                        Dollars.of(cash.shortfall()),
                        Dollars.of(cash.expected()),
                        Dollars.of(cash.need()));
        return cash.buys() || cash.expected().compareTo(cash.before()) < 0
                ? RuleFinding.block(Rule.CASH_NEED, sentence, lines)
                : RuleFinding.warning(Rule.CASH_NEED, sentence, lines);
    }

    private static Stream<RuleFinding> budget(Assessment assessment) {
        return assessment.tax().stream().filter(TaxEffect::isOverBudget).map(effect -> {
            Money budget = Objects.requireNonNull(effect.unit().gainBudget());
            return RuleFinding.warning(
                    Rule.GAIN_BUDGET,
                    "realised gains of tax unit %s reach %s this year, its budget is %s"
                            .formatted(effect.unit().id(), Dollars.of(effect.realizedAfter()), Dollars.of(budget)),
                    lines(assessment.gains().stream()
                            .filter(gain -> gain.isTaxable()
                                    && gain.account()
                                            .taxUnit()
                                            .equals(effect.unit().id()))));
        });
    }

    private static Stream<RuleFinding> shortTerm(Assessment assessment) {
        List<LotGain> early = assessment.gains().stream()
                .filter(Assessment::isTaxableShortTermGain)
                .toList();
        if (early.isEmpty()) return Stream.empty();
        Money total = early.stream().map(LotGain::gain).reduce(Money.ZERO, Money::plus);
        return Stream.of(RuleFinding.warning(
                Rule.SHORT_TERM_GAIN,
                "%s of gain is realised before it is long-term".formatted(Dollars.of(total)),
                lines(early.stream())));
    }

    private static Stream<RuleFinding> washSales(Assessment assessment) {
        return assessment.washSales().stream()
                .map(wash -> RuleFinding.warning(
                        Rule.WASH_SALE,
                        "the sale of %s lot %s on %s at a loss of %s is a wash sale: %s %s in account %s on %s"
                                .formatted(
                                        wash.sold(),
                                        wash.lot(),
                                        wash.soldOn(),
                                        Dollars.of(wash.loss().negated()),
                                        wash.bought(),
                                        wash.boughtByProposal() ? "is bought by this proposal" : "was bought",
                                        wash.boughtIn(),
                                        wash.boughtOn()),
                        List.of(wash.line())));
    }

    private static Stream<RuleFinding> concentration(Assessment assessment, Weight limit) {
        return assessment.market().securities().values().stream()
                .filter(security -> security.kind() == Security.Kind.STOCK)
                .flatMap(stock -> Stream.of(held(assessment, stock)
                                .shareOf(assessment.after().value()))
                        .map(Weight::new)
                        .filter(weight -> weight.compareTo(limit) > 0)
                        .map(weight -> RuleFinding.warning(
                                Rule.CONCENTRATION,
                                "%s is %s %% of the household after the trades, more than %s %%"
                                        .formatted(stock.symbol(), weight.inPercent(), limit.inPercent()),
                                linesOf(assessment, stock.symbol()))));
    }

    private static Money held(Assessment assessment, Security stock) {
        return assessment.traded().accounts().stream()
                .map(Account::positions)
                .flatMap(List::stream)
                .filter(position -> position.symbol().equals(stock.symbol()))
                .map(Position::quantity)
                .map(quantity -> quantity.at(stock.price()))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Stream<RuleFinding> drift(Assessment assessment) {
        return DriftComparison.worse(assessment.before(), assessment.after())
                .map(sentence -> RuleFinding.warning(Rule.DRIFT_WORSE, sentence, List.of()));
    }

    private static List<Integer> linesIn(Assessment assessment, AccountId account) {
        return assessment.trades().stream()
                .filter(trade -> trade.account().equals(account))
                .map(PlannedTrade::line)
                .toList();
    }

    private static List<Integer> linesOf(Assessment assessment, Symbol symbol) {
        return assessment.trades().stream()
                .filter(trade -> trade.symbol().equals(symbol))
                .map(PlannedTrade::line)
                .toList();
    }

    private static List<Integer> lines(Stream<LotGain> gains) {
        return gains.map(LotGain::line).distinct().collect(Collectors.toList());
    }
}
