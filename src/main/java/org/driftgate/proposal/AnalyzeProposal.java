package org.driftgate.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalAnalysis.Figures;
import org.driftgate.rebalancing.Measured;
import org.driftgate.rebalancing.Measurement;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.rebalancing.TradedHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures every proposal with the same ruler, whoever made it. */
@Component
class AnalyzeProposal {

    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final double CENT = 0.01;

    private final OwnEngine engine;
    private final DriftCalculation drift;
    private final MarketCalendar calendar;

    AnalyzeProposal(OwnEngine engine, DriftCalculation drift, MarketCalendar calendar) {
        this.engine = engine;
        this.drift = drift;
        this.calendar = calendar;
    }

    ProposalAnalysis of(Household household, Book market, ProposalSource.Answer.Proposed proposed) {
        long started = System.nanoTime();
        List<String> flags = new ArrayList<>();
        boolean own = proposed.origin().equals(OwnProposals.ORIGIN);
        Figures figures =
                figures(household, market, proposed.trades(), own, flags).orElse(null);
        long millis = (System.nanoTime() - started) / NANOS_OF_MILLI;
        LocalDate day = calendar.today();
        List<PlannedTrade> trades = PlannedTrades.of(proposed.trades());
        Household traded = TradedHousehold.of(household, trades, day);
        return new ProposalAnalysis(
                own ? "OWN" : "ORION",
                figures,
                TaxEffect.total(TaxEffect.of(household, market, trades, RealizedGains.of(household, trades, day), day))
                        .amount(),
                drift.measure(household, market, day).totalDrift().value(),
                drift.measure(traded, market, day).totalDrift().value(),
                millis,
                engine.policyHash(),
                flags);
    }

    /** Nothing that our engine makes of a proposal may stand in its way; what goes wrong is kept with it. */
    private Optional<Figures> figures(
            Household household, Book market, List<Trade> trades, boolean own, List<String> flags) {
        try {
            Measurement measurement = engine.measure(household, market, trades);
            if (measurement instanceof Measurement.Missing missing) flags.addAll(missing.reasons());
            if (!(measurement instanceof Measured measured)) return Optional.empty();
            flags.addAll(measured.best().flags());
            measured.outside()
                    .forEach(symbol ->
                            flags.add("%s is not among the securities that the policy buys".formatted(symbol)));
            return Optional.of(figures(measured, own ? measured : ours(household, market, flags), flags));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            flags.add(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** The orders that our engine would propose instead. */
    private @Nullable Measured ours(Household household, Book market, List<String> flags) {
        ProposedHousehold proposed = engine.propose(household, market);
        List<Trade> orders = engine.orders(household, proposed);
        if (orders.isEmpty()) flags.add("our engine has no orders: " + proposed.reason());
        if (orders.isEmpty()) return null;
        return engine.measure(household, market, orders) instanceof Measured measured ? measured : null;
    }

    private static Figures figures(Measured measured, @Nullable Measured ours, List<String> flags) {
        return new Figures(
                dollars(measured.objective()),
                ours == null ? null : dollars(ours.objective()),
                dollars(measured.best().objective()),
                bound(measured.best(), flags),
                dollars(measured.best().greedyObjective()),
                measured.keepsRules(),
                measured.greedyKeepsRules(),
                measured.tax(),
                measured.cost());
    }

    /** Null without one. A plan below its bound refutes it, so then there is none either; less than a cent is rounding. */
    private static @Nullable BigDecimal bound(Rebalancing best, List<String> flags) {
        if (!Double.isFinite(best.bound())) return null;
        if (best.gap() > -CENT) return dollars(Math.min(best.bound(), best.objective()));
        flags.add(String.format(
                Locale.US, "the bound is wrong: the plan lies $%,.2f below it; please report this", -best.gap()));
        return null;
    }

    private static BigDecimal dollars(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
