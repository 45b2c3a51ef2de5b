package org.driftgate.proposal;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.shared.Money;
import org.springframework.stereotype.Component;

/**
 * Works out what a version may do to each account that it trades. The minimum is the cash that withdrawals and required
 * distributions will take, or what the proposal itself leaves when that is less; never below zero.
 */
@Component
class Envelopes {

    private final Snapshots snapshots;
    private final DriftCalculation drift;
    private final MarketCalendar market;

    Envelopes(Snapshots snapshots, DriftCalculation drift, MarketCalendar market) {
        this.snapshots = snapshots;
        this.drift = drift;
        this.market = market;
    }

    List<AccountLimit> of(NewVersion made) {
        Household household = snapshots.household(made.snapshot(), made.about().household());
        return of(
                household,
                PlannedTrades.of(made.trades()),
                market.today(),
                market.today().plus(drift.cashNeedHorizon()));
    }

    static List<AccountLimit> of(Household household, List<PlannedTrade> trades, LocalDate day, LocalDate needsUntil) {
        List<LotGain> gains = RealizedGains.of(household, trades, day);
        return CashAfter.of(household, trades, needsUntil).stream()
                .filter(cash ->
                        trades.stream().anyMatch(trade -> trade.account().equals(cash.account())))
                .map(cash -> limit(account(household, cash), cash, gains))
                .toList();
    }

    private static AccountLimit limit(Account account, CashAfter cash, List<LotGain> gains) {
        Money gain = gains.stream()
                .filter(one -> one.account().id().equals(account.id()))
                .map(LotGain::gain)
                .reduce(Money.ZERO, Money::plus);
        return new AccountLimit(
                account.id(),
                cash.need().min(cash.expected().max(Money.ZERO)),
                account.registration().gainsAreTaxable() ? gain : null);
    }

    private static Account account(Household household, CashAfter cash) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(cash.account()))
                .findFirst()
                .orElseThrow();
    }
}
