package org.driftgate.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.PlannedTrades;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.rebalancing.TradedHousehold;
import org.driftgate.rebalancing.WashSales;
import org.driftgate.run.Cases;
import org.springframework.stereotype.Component;

/** Recomputes what trades lead to, always from the snapshot that the version was made from. */
@Component
class Assess {

    private final Snapshots snapshots;
    private final DriftCalculation drift;
    private final SetAsideAccounts accounts;
    private final Cases cases;
    private final MarketCalendar market;
    private final ReviewSettings settings;

    Assess(
            Snapshots snapshots,
            DriftCalculation drift,
            SetAsideAccounts accounts,
            Cases cases,
            MarketCalendar market,
            ReviewSettings settings) {
        this.snapshots = snapshots;
        this.drift = drift;
        this.accounts = accounts;
        this.cases = cases;
        this.market = market;
        this.settings = settings;
    }

    Assessment of(ProposalVersion version) {
        return assess(version, PlannedTrades.of(version.trades()));
    }

    Assessment of(ProposalVersion version, List<Trade> trades) {
        return assess(version, PlannedTrades.of(trades));
    }

    /** With the lots in force instead of the proposed ones. */
    Assessment of(ProposalVersion version, Map<Integer, List<LotSale>> lots) {
        return assess(version, PlannedTrades.of(version.trades(), lots));
    }

    /** Today while the case is open, afterwards the day on which it was closed. */
    LocalDate saleDay(ProposalVersion version) {
        Instant closed = cases.get(version.about()).closedAt();
        return closed == null ? market.today() : LocalDate.ofInstant(closed, market.zone());
    }

    private Assessment assess(ProposalVersion version, List<PlannedTrade> trades) {
        Household household =
                snapshots.household(version.snapshot(), version.about().household());
        return of(household, snapshots.market(version.snapshot()), trades, saleDay(version), proposedOn(version));
    }

    LocalDate proposedOn(ProposalVersion version) {
        return LocalDate.ofInstant(version.createdAt(), market.zone());
    }

    /** In any household and market, as if traded on that day. */
    Assessment of(Household household, Book book, List<PlannedTrade> trades, LocalDate day, LocalDate proposedOn) {
        Household traded = TradedHousehold.of(household, trades, day);
        List<LotGain> gains = RealizedGains.of(household, trades, day);
        return new Assessment(
                household,
                traded,
                accounts.of(household),
                book,
                trades,
                day,
                proposedOn,
                drift.measure(household, book, day),
                drift.measure(traded, book, day),
                gains,
                TaxEffect.of(household, book, trades, gains, day),
                WashSales.of(household, book, trades, gains, day),
                CashAfter.of(household, trades, day.plus(settings.cashNeedHorizon())));
    }
}
