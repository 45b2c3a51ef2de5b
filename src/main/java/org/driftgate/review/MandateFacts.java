package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.shared.Money;
import org.driftgate.shared.Weight;

/** Facts about how much is traded, and where the client has to be asked. */
final class MandateFacts {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String NO_MODEL = "NONE";

    private MandateFacts() {}

    static Stream<RuleFact> of(Assessment assessment) {
        return Stream.concat(
                Stream.of(turnover(assessment)),
                assessment.household().accounts().stream().flatMap(account -> discretion(assessment, account)));
    }

    private static RuleFact turnover(Assessment assessment) {
        Money traded = assessment.trades().stream().map(PlannedTrade::amount).reduce(Money.ZERO, Money::plus);
        var share = new Weight(traded.times(HALF).shareOf(assessment.before().value()));
        return RuleFact.of(
                PreTradeRule.TURNOVER,
                assessment.household().id().value(),
                ConsequenceFacts.percent(share.value()),
                WHOLE,
                Map.of(Circumstance.MODEL, model(assessment)),
                limit -> "the trades turn over %s %% of the household, more than %s %%"
                        .formatted(share.inPercent(), WeightFacts.inPercent(limit)),
                assessment.trades().stream().map(PlannedTrade::line).toList());
    }

    private static Stream<RuleFact> discretion(Assessment assessment, Account account) {
        List<Integer> lines = ConsequenceFacts.linesIn(assessment, account.id());
        if (lines.isEmpty()) return Stream.empty();
        return Stream.of(RuleFact.of(
                PreTradeRule.DISCRETION,
                account.id().value(),
                BigDecimal.valueOf(lines.size()),
                BigDecimal.ZERO,
                Map.of(
                        Circumstance.DISCRETIONARY, account.discretionary(),
                        Circumstance.ACCOUNT_TYPE, account.registration().name()),
                limit -> "account %s is traded %s discretion"
                        .formatted(account.id(), account.discretionary() ? "with" : "without"),
                lines));
    }

    static String model(Assessment assessment) {
        String model = assessment.household().model();
        return model == null ? NO_MODEL : model;
    }
}
