package org.driftgate.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Registration;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * Facts about what is bought for whom: the model is the mandate that the client agreed to, registration and age are what
 * a book knows of the owner (adviser's duty of care: SEC release IA-5248; FINRA Rule 2111 asks the same of brokers).
 */
final class SuitabilityFacts {

    private SuitabilityFacts() {}

    static Stream<RuleFact> of(Assessment assessment) {
        Set<Symbol> named = named(assessment);
        return assessment.trades().stream()
                .filter(trade -> !trade.isSale())
                .flatMap(buy -> Stream.ofNullable(
                                assessment.market().securities().get(buy.symbol()))
                        .map(security -> fact(assessment, buy, security, named.contains(buy.symbol()))));
    }

    private static RuleFact fact(Assessment assessment, PlannedTrade buy, Security security, boolean inModel) {
        Optional<Account> account = assessment.household().accounts().stream()
                .filter(one -> one.id().equals(buy.account()))
                .findFirst();
        String subject = "BUY %s in account %s".formatted(buy.symbol(), buy.account());
        return RuleFact.of(
                PreTradeRule.SUITABILITY,
                subject,
                wanted(assessment, security.assetClass()),
                BigDecimal.ZERO,
                Map.of(
                        Circumstance.SYMBOL, buy.symbol().value(),
                        Circumstance.SECURITY_KIND, security.kind().name(),
                        Circumstance.ASSET_CLASS, security.assetClass().value(),
                        Circumstance.MODEL, MandateFacts.model(assessment),
                        Circumstance.IN_MODEL, inModel,
                        Circumstance.ACCOUNT_TYPE, TradeFacts.accountType(assessment, buy.account()),
                        Circumstance.TAXED,
                                account.map(Account::registration)
                                        .map(Registration::gainsAreTaxable)
                                        .orElse(true),
                        Circumstance.OWNER_AGE, age(account.map(Account::ownerBirthDate), assessment.day())),
                limit -> "a buy of %s, %s, in account %s does not suit the household"
                        .formatted(buy.symbol(), security.assetClass(), buy.account()),
                List.of(buy.line()));
    }

    private static BigDecimal wanted(Assessment assessment, AssetClass assetClass) {
        Weight target = assessment.after().classes().stream()
                .filter(drift -> drift.assetClass().equals(assetClass))
                .findFirst()
                .map(ClassDrift::target)
                .orElse(Weight.ZERO);
        return ConsequenceFacts.percent(target.value());
    }

    private static int age(Optional<LocalDate> birth, LocalDate day) {
        return birth.map(date -> Period.between(date, day).getYears()).orElse(0);
    }

    private static Set<Symbol> named(Assessment assessment) {
        Model model = assessment.market().models().get(MandateFacts.model(assessment));
        if (model == null) return Set.of();
        Set<Symbol> named = new HashSet<>(model.targets().keySet());
        assessment.market().substitutes().stream()
                .filter(pair -> model.targets().containsKey(pair.symbol()))
                .map(Book.Substitute::substitute)
                .forEach(named::add);
        return named;
    }
}
