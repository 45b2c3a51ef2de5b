package org.driftgate.trading;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.CustodianFinding;
import org.driftgate.review.CustodianFinding.Severity;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/**
 * Asks the custodians of a proposed version what they would say of its orders, so that the reviewer sees it. Nothing is
 * placed, and a custodian that does not answer holds up no review: it is asked again at release.
 */
@Component
public class AskCustodians {

    private final Proposals proposals;
    private final Snapshots snapshots;
    private final Custodians custodians;
    private final OrderRows rows;
    private final MarketCalendar market;
    private final Clock clock;

    AskCustodians(
            Proposals proposals,
            Snapshots snapshots,
            Custodians custodians,
            OrderRows rows,
            MarketCalendar market,
            Clock clock) {
        this.proposals = proposals;
        this.snapshots = snapshots;
        this.custodians = custodians;
        this.rows = rows;
        this.market = market;
        this.clock = clock;
    }

    /** One question to each custodian of the case. */
    public List<CustodianFinding> about(CaseId about) {
        ProposalVersion version = proposals
                .current(about)
                .orElseThrow(() -> new IllegalStateException("case %s has no proposal to ask about".formatted(about)));
        if (!takesDayOrders()) return List.of(later("no day order can be checked after the close"));
        Household household = snapshots.household(version.snapshot(), about.household());
        var found = new ArrayList<CustodianFinding>();
        byCustodian(RehearsedOrder.of(version, household, money(version, household)))
                .forEach((name, orders) -> found.addAll(ask(name, orders)));
        return found;
    }

    /** What the accounts can spend now: their cash in the snapshot and what earlier orders of the case did to it. */
    private Map<AccountId, BigDecimal> money(ProposalVersion version, Household household) {
        var money = new HashMap<AccountId, BigDecimal>();
        for (Account account : household.accounts())
            money.put(account.id(), cash(account).amount());
        rows.ofCase(version.about()).stream()
                .filter(order -> order.intent().snapshot().equals(version.snapshot()))
                .forEach(order -> money.merge(order.intent().account(), order.cashEffect(), BigDecimal::add));
        return money;
    }

    private Money cash(Account account) {
        return custodians
                        .named(account.custodian().toLowerCase(Locale.ROOT))
                        .filter(custodian -> !custodian.spendsUnsettledCash())
                        .isPresent()
                ? account.settledCash()
                : account.cash();
    }

    private boolean takesDayOrders() {
        var today = market.today();
        return market.calendar().isTradingDay(today)
                && clock.instant()
                        .isBefore(today.atTime(market.calendar().close(today))
                                .atZone(market.zone())
                                .toInstant());
    }

    private static Map<String, List<RehearsedOrder>> byCustodian(List<RehearsedOrder> orders) {
        return orders.stream()
                .collect(Collectors.groupingBy(RehearsedOrder::custodian, TreeMap::new, Collectors.toList()));
    }

    private List<CustodianFinding> ask(String name, List<RehearsedOrder> orders) {
        Optional<Custodian> custodian = custodians.named(name);
        if (custodian.isEmpty())
            return List.of(new CustodianFinding(
                    Severity.WARNING,
                    "There is no connection to the custodian %s: these orders will not be sent.".formatted(name),
                    orders.stream().map(RehearsedOrder::line).toList()));
        var findings = new ArrayList<>(withoutLots(name, orders, custodian.get()));
        try {
            findings.addAll(found(name, orders, custodian.get()));
        } catch (SystemFault silent) {
            findings.add(later("%s did not answer (%s)".formatted(name, silent.detail())));
        }
        return findings;
    }

    private static List<CustodianFinding> withoutLots(String name, List<RehearsedOrder> orders, Custodian custodian) {
        List<Integer> lines = orders.stream()
                .filter(rehearsed -> rehearsed.order().namesLots())
                .map(RehearsedOrder::line)
                .toList();
        if (custodian.carriesLots() || lines.isEmpty()) return List.of();
        return List.of(new CustodianFinding(
                Severity.ERROR,
                "The custodian %s takes no lot instructions: these sales would not be sent.".formatted(name),
                lines));
    }

    private static List<CustodianFinding> found(String name, List<RehearsedOrder> orders, Custodian custodian) {
        var byId = orders.stream()
                .collect(Collectors.toMap(rehearsed -> rehearsed.order().id(), Function.identity()));
        return custodian.validate(orders.stream().map(RehearsedOrder::order).toList()).stream()
                .flatMap(finding -> Optional.ofNullable(byId.get(finding.order())).stream()
                        .map(rehearsed -> said(name, finding, rehearsed)))
                .toList();
    }

    private static CustodianFinding said(String name, LineFinding finding, RehearsedOrder rehearsed) {
        return new CustodianFinding(
                Severity.valueOf(finding.severity().name()),
                "%s on line %d, %s: %s %s"
                        .formatted(name, rehearsed.line(), rehearsed.words(), finding.code(), finding.message()),
                List.of(rehearsed.line()));
    }

    private static CustodianFinding later(String why) {
        return new CustodianFinding(
                Severity.INFO,
                "The custodian's check is not available: %s. It is repeated at release.".formatted(why),
                List.of());
    }
}
