package org.driftgate.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.driftgate.market.MarketCalendar;
import org.driftgate.notification.AdviserSummary.Line;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RebalancingCase;
import org.driftgate.run.Runs;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Sorts an adviser's households of a run into done, open and not possible, each household once. */
@Component
class ComposeSummary {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);
    private static final Set<CaseState> DONE = EnumSet.of(CaseState.NOTIFIED, CaseState.HANDLED_MANUALLY);
    private static final Set<Bucket> LEFT_OUT = EnumSet.of(Bucket.SET_ASIDE, Bucket.NO_TARGET, Bucket.UNABLE_TO_CHECK);

    private final Runs runs;
    private final CaseFacts facts;
    private final MarketCalendar market;
    private final Correspondence correspondence;
    private final WebAddress web;

    ComposeSummary(Runs runs, CaseFacts facts, MarketCalendar market, Correspondence correspondence, WebAddress web) {
        this.runs = runs;
        this.facts = facts;
        this.market = market;
        this.correspondence = correspondence;
        this.web = web;
    }

    AdviserSummary compose(
            RunId run, AdviserId adviser, String name, List<HouseholdOutcome> outcomes, List<RebalancingCase> opened) {
        LocalDate day = LocalDate.ofInstant(runs.find(run).startedAt(), market.zone());
        List<Done> done = opened.stream()
                .filter(one -> DONE.contains(one.state()))
                .map(this::done)
                .toList();
        return new AdviserSummary(
                run.value(),
                DAY.format(day),
                name,
                correspondence.firmName(),
                sorted(done.stream().map(Done::line)),
                sorted(Stream.concat(stillOpen(opened), openElsewhere(run, adviser, outcomes))),
                sorted(Stream.concat(closedUntraded(opened), leftOut(run, adviser, outcomes))),
                (int) in(outcomes, EnumSet.of(Bucket.WITHIN_BAND)).count(),
                done.stream().mapToInt(Done::trades).sum(),
                web.ofRun(run, adviser));
    }

    private record Done(Line line, int trades) {}

    private Done done(RebalancingCase one) {
        if (one.state() == CaseState.HANDLED_MANUALLY) return new Done(line(one, words(one)), 0);
        int trades = facts.filledOrders(one.id());
        return new Done(line(one, trades == 1 ? "1 trade, client told" : trades + " trades, client told"), trades);
    }

    private Stream<Line> stillOpen(List<RebalancingCase> opened) {
        return opened.stream().filter(one -> !one.state().isClosed()).map(one -> line(one, words(one)));
    }

    private Stream<Line> closedUntraded(List<RebalancingCase> opened) {
        return opened.stream()
                .filter(one -> one.state().isClosed() && !DONE.contains(one.state()))
                .map(one -> line(one, words(one)));
    }

    private Stream<Line> openElsewhere(RunId run, AdviserId adviser, List<HouseholdOutcome> outcomes) {
        return in(outcomes, EnumSet.of(Bucket.ALREADY_OPEN)).map(one -> line(run, adviser, one));
    }

    private Stream<Line> leftOut(RunId run, AdviserId adviser, List<HouseholdOutcome> outcomes) {
        return in(outcomes, LEFT_OUT).map(one -> line(run, adviser, one));
    }

    private static Stream<HouseholdOutcome> in(List<HouseholdOutcome> outcomes, Set<Bucket> buckets) {
        return outcomes.stream().filter(outcome -> buckets.contains(outcome.bucket()));
    }

    private Line line(RebalancingCase one, String note) {
        return new Line(OneLine.of(one.householdName()), OneLine.of(note), web.ofCase(one.id()));
    }

    private Line line(RunId run, AdviserId adviser, HouseholdOutcome outcome) {
        String note = outcome.bucket().label() + ": " + outcome.reason();
        return new Line(OneLine.of(outcome.householdName()), OneLine.of(note), web.ofRun(run, adviser));
    }

    private static String words(RebalancingCase one) {
        String label = one.state().label();
        String reason = one.stateReason();
        return reason == null || reason.isBlank() ? label : label + ": " + reason;
    }

    private static List<Line> sorted(Stream<Line> lines) {
        return lines.sorted(Comparator.comparing(Line::household)).toList();
    }
}
