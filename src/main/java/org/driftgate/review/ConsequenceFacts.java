package org.driftgate.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.rebalancing.WashSale;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Weight;

/** Facts about the cash and the tax that the trades lead to. */
final class ConsequenceFacts {

    private ConsequenceFacts() {}

    static Stream<RuleFact> of(Assessment assessment) {
        return Stream.of(
                        assessment.cash().stream().flatMap(cash -> cash(assessment, cash)),
                        assessment.tax().stream().flatMap(effect -> budget(assessment, effect)),
                        Stream.of(shortTerm(assessment)),
                        washSales(assessment))
                .flatMap(facts -> facts);
    }

    private static Stream<RuleFact> cash(Assessment assessment, CashAfter cash) {
        List<Integer> lines = linesIn(assessment, cash.account());
        List<RuleFact> facts = new ArrayList<>();
        if (cash.buys()) facts.add(collar(assessment, cash, lines));
        facts.add(need(assessment, cash, lines));
        return facts.stream();
    }

    /** A buy whose limit is below its price would leave more than expected; then that counts. */
    private static RuleFact need(Assessment assessment, CashAfter cash, List<Integer> lines) {
        return RuleFact.of(
                PreTradeRule.CASH_NEED,
                cash.account().value(),
                cash.expected().max(cash.atCollar()).amount(),
                cash.need().amount(),
                Map.of(
                        Circumstance.SPENDS, cash.buys() || cash.expected().compareTo(cash.before()) < 0,
                        Circumstance.CASH_PERCENT, cashPercent(assessment, cash),
                        Circumstance.ACCOUNT_TYPE, TradeFacts.accountType(assessment, cash.account())),
                limit -> needSentence(cash),
                lines);
    }

    private static String needSentence(CashAfter cash) {
        if (!cash.shortfall().isPositive())
            return "account %s has %s in cash after the trades, %s needed"
                    .formatted(cash.account(), Dollars.of(cash.expected()), Dollars.of(cash.need()));
        return "account %s lacks %s: %s in cash after the trades, %s needed"
                .formatted(
                        cash.account(),
                        Dollars.of(cash.shortfall()),
                        Dollars.of(cash.expected()),
                        Dollars.of(cash.need()));
    }

    private static RuleFact collar(Assessment assessment, CashAfter cash, List<Integer> lines) {
        return RuleFact.of(
                PreTradeRule.COLLAR_CASH,
                cash.account().value(),
                cash.atCollar().amount(),
                cash.need().amount(),
                Map.of(
                        Circumstance.COVERED,
                        !cash.shortfall().isPositive(),
                        Circumstance.ACCOUNT_TYPE,
                        TradeFacts.accountType(assessment, cash.account())),
                limit -> "buys in account %s may shrink at release: at their limits %s would be missing"
                        .formatted(cash.account(), Dollars.of(cash.shortfallAtCollar())),
                lines);
    }

    private static BigDecimal cashPercent(Assessment assessment, CashAfter cash) {
        Money value = assessment.traded().accounts().stream()
                .filter(account -> account.id().equals(cash.account()))
                .map(Account::positions)
                .flatMap(List::stream)
                .map(position -> WeightFacts.value(assessment.market(), position))
                .reduce(cash.expected(), Money::plus);
        return percent(cash.expected().shareOf(value));
    }

    private static Stream<RuleFact> budget(Assessment assessment, TaxEffect effect) {
        return Stream.ofNullable(effect.unit().gainBudget())
                .map(budget -> RuleFact.of(
                        PreTradeRule.GAIN_BUDGET,
                        effect.unit().id().value(),
                        effect.realizedAfter().amount(),
                        budget.amount(),
                        Map.of(Circumstance.ADDS, effect.added().total().isPositive()),
                        limit -> "realised gains of tax unit %s reach %s this year, its budget is %s"
                                .formatted(
                                        effect.unit().id(),
                                        Dollars.of(effect.realizedAfter()),
                                        Dollars.of(Money.usd(limit))),
                        lines(assessment.gains().stream()
                                .filter(gain -> gain.isTaxable()
                                        && gain.account()
                                                .taxUnit()
                                                .equals(effect.unit().id())))));
    }

    private static RuleFact shortTerm(Assessment assessment) {
        List<LotGain> early = assessment.gains().stream()
                .filter(Assessment::isTaxableShortTermGain)
                .toList();
        Money total = early.stream().map(LotGain::gain).reduce(Money.ZERO, Money::plus);
        return RuleFact.of(
                PreTradeRule.SHORT_TERM_GAIN,
                assessment.household().id().value(),
                total.amount(),
                BigDecimal.ZERO,
                Map.of(),
                limit -> "%s of gain is realised before it is long-term".formatted(Dollars.of(total)),
                lines(early.stream()));
    }

    private static Stream<RuleFact> washSales(Assessment assessment) {
        if (assessment.washSales().isEmpty())
            return Stream.of(
                    wash(assessment.household().id().value(), Money.ZERO, "", false, "no wash sale", List.of()));
        return assessment.washSales().stream()
                .map(wash -> wash(
                        wash.lot().value(),
                        wash.loss().negated(),
                        wash.sold().value(),
                        wash.boughtByProposal(),
                        washSentence(wash),
                        List.of(wash.line())));
    }

    private static RuleFact wash(
            String subject, Money loss, String symbol, boolean byProposal, String sentence, List<Integer> lines) {
        return RuleFact.of(
                PreTradeRule.WASH_SALE,
                subject,
                loss.amount(),
                BigDecimal.ZERO,
                Map.of(Circumstance.SYMBOL, symbol, Circumstance.BY_PROPOSAL, byProposal),
                limit -> sentence,
                lines);
    }

    private static String washSentence(WashSale wash) {
        return "the sale of %s lot %s on %s at a loss of %s is a wash sale: %s %s in account %s on %s"
                .formatted(
                        wash.sold(),
                        wash.lot(),
                        wash.soldOn(),
                        Dollars.of(wash.loss().negated()),
                        wash.bought(),
                        words(wash.purchase()),
                        wash.boughtIn(),
                        wash.boughtOn());
    }

    private static String words(WashSale.Purchase purchase) {
        return switch (purchase) {
            case DONE -> "was bought";
            case WORKING -> "is being bought by an order entered";
            case PROPOSED -> "is bought by this proposal";
        };
    }

    static List<Integer> linesIn(Assessment assessment, AccountId account) {
        return assessment.trades().stream()
                .filter(trade -> trade.account().equals(account))
                .map(PlannedTrade::line)
                .toList();
    }

    /** 0.0625 is 6.25; exact. */
    static BigDecimal percent(BigDecimal share) {
        return new Weight(share).value().movePointRight(2);
    }

    private static List<Integer> lines(Stream<LotGain> gains) {
        return gains.map(LotGain::line).distinct().collect(Collectors.toList());
    }
}
