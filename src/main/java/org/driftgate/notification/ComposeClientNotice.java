package org.driftgate.notification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Security;
import org.driftgate.notification.ClientNotice.AllocationRow;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.ExecutedTrades.Total;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Money;
import org.driftgate.shared.Weight;
import org.springframework.stereotype.Component;

/** Puts the facts of a finished case into a client's words. */
@Component
class ComposeClientNotice {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final AssetClass CASH = new AssetClass("Cash");
    private final Correspondence correspondence;

    ComposeClientNotice(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    ClientNotice compose(ClientNoticeFacts facts, String recipient) {
        var words = new TradeWords(facts.market().securities());
        MailAccount adviser = correspondence.account(facts.adviser());
        return new ClientNotice(
                OneLine.of(recipient),
                correspondence.firmName(),
                adviser.name(),
                adviser.address(),
                DATE.format(facts.date()),
                !facts.trades().isComplete(),
                allocation(facts),
                words.filled(facts.trades()),
                words.unfilled(facts.trades()),
                new TaxWords(words).of(facts));
    }

    private static List<AllocationRow> allocation(ClientNoticeFacts facts) {
        Map<AssetClass, Money> moved = moved(facts);
        return facts.before().classes().stream()
                .map(drift -> row(drift, after(facts, drift, moved)))
                .toList();
    }

    /** What the fills moved into each class; what sells brought in and buys did not use stays in cash. */
    private static Map<AssetClass, Money> moved(ClientNoticeFacts facts) {
        Map<AssetClass, Money> moved = facts.trades().filled().stream()
                .collect(Collectors.toMap(
                        total -> assetClass(facts, total),
                        total -> total.amount().negated(),
                        Money::plus));
        facts.trades().filled().forEach(total -> moved.merge(cashClass(facts), total.amount(), Money::plus));
        return moved;
    }

    /** Firms name the class of cash differently; it begins with the word. */
    private static AssetClass cashClass(ClientNoticeFacts facts) {
        return facts.before().classes().stream()
                .map(ClassDrift::assetClass)
                .filter(assetClass ->
                        assetClass.value().toLowerCase(Locale.ROOT).startsWith("cash"))
                .findFirst()
                .orElse(CASH);
    }

    private static Weight after(ClientNoticeFacts facts, ClassDrift drift, Map<AssetClass, Money> moved) {
        Money change = moved.getOrDefault(drift.assetClass(), Money.ZERO);
        BigDecimal share = change.isNegative()
                ? change.negated().shareOf(facts.before().value()).negate()
                : change.shareOf(facts.before().value());
        return drift.actual().plus(new Weight(share));
    }

    private static AllocationRow row(ClassDrift drift, Weight after) {
        int bar = after.value()
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValue();
        return new AllocationRow(
                OneLine.of(drift.assetClass().value()),
                percent(drift.actual()),
                percent(after),
                percent(drift.target()),
                Math.max(0, Math.min(100, bar)));
    }

    private static AssetClass assetClass(ClientNoticeFacts facts, Total total) {
        Security security = facts.market().securities().get(total.symbol());
        return security == null ? cashClass(facts) : security.assetClass();
    }

    private static String percent(Weight weight) {
        return weight.value().movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + "%";
    }
}
