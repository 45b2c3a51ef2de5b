package org.driftgate.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.driftgate.drift.MeasureDrift;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.ValidateSnapshot;
import org.driftgate.proposal.ProposeTrades;
import org.driftgate.proposal.Trade;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;

/** One run of a firm whose households all hold too much SPY; each of their cases is brought to its review. */
public final class ManyReviews {

    private final Runs runs;
    private final Cases cases;
    private final CollectSnapshot collect;
    private final ValidateSnapshot validate;
    private final MeasureDrift measure;
    private final ProposeTrades propose;
    private final CheckPreTradeRules check;
    private final PortfolioSourceStub portfolio;
    private final ProposalSourceStub proposals;

    ManyReviews(
            Runs runs,
            Cases cases,
            CollectSnapshot collect,
            ValidateSnapshot validate,
            MeasureDrift measure,
            ProposeTrades propose,
            CheckPreTradeRules check,
            PortfolioSourceStub portfolio,
            ProposalSourceStub proposals) {
        this.runs = runs;
        this.cases = cases;
        this.collect = collect;
        this.validate = validate;
        this.measure = measure;
        this.propose = propose;
        this.check = check;
        this.portfolio = portfolio;
        this.proposals = proposals;
    }

    /** Households H1 to Hn: 90 SPY and 10 AGG at $100 each beside a 60/40 model. */
    public List<CaseId> of(int households) {
        return of(IntStream.rangeClosed(1, households)
                .mapToObj(n -> PortfolioFixtures.household("H" + n, "60/40", "0", "SPY", "90", "AGG", "10"))
                .toArray(Household[]::new));
    }

    public List<CaseId> of(Household... households) {
        portfolio.answer(PortfolioFixtures.book(households));
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, ReviewStory.REVIEWER, "Daily run", List.of()));
        collect.forRun(run);
        validate.ofRun(run);
        measure.ofRun(run);
        return List.of(households).stream()
                .map(household -> inReview(CaseId.of(run, household.id())))
                .toList();
    }

    private CaseId inReview(CaseId about) {
        proposals.answer(trades(new AccountId(about.household() + "-A1")));
        propose.forCase(about);
        check.forCase(about);
        cases.moveTo(about, CaseState.IN_REVIEW, null);
        return about;
    }

    private static List<Trade> trades(AccountId account) {
        return List.of(
                ReviewFixtures.sell(1, account, "SPY", 30, ReviewFixtures.part(account + "-SPY", "30")),
                ReviewFixtures.buy(2, account, "AGG", 29));
    }
}
