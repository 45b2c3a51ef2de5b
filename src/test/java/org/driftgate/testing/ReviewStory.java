package org.driftgate.testing;

import java.util.List;
import java.util.UUID;
import org.driftgate.drift.MeasureDrift;
import org.driftgate.household.Book;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.ValidateSnapshot;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.ProposeTrades;
import org.driftgate.proposal.Trade;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;

/** Brings a household to its review as a run would, through the rooms themselves. */
public final class ReviewStory {

    public static final PersonId REVIEWER = new PersonId("reviewer");
    public static final PersonId REVIEWER2 = new PersonId("reviewer2");
    public static final PersonId ADVISER = new PersonId("advisor01");
    public static final PersonId TAX = new PersonId("tax");

    private final Runs runs;
    private final CollectSnapshot collect;
    private final ValidateSnapshot validate;
    private final MeasureDrift measure;
    private final ProposeTrades propose;
    private final CheckPreTradeRules check;
    private final Proposals proposals;
    private final PortfolioSourceStub portfolio;
    private final ProposalSourceStub source;

    ReviewStory(
            Runs runs,
            CollectSnapshot collect,
            ValidateSnapshot validate,
            MeasureDrift measure,
            ProposeTrades propose,
            CheckPreTradeRules check,
            Proposals proposals,
            PortfolioSourceStub portfolio,
            ProposalSourceStub source) {
        this.runs = runs;
        this.collect = collect;
        this.validate = validate;
        this.measure = measure;
        this.propose = propose;
        this.check = check;
        this.proposals = proposals;
        this.portfolio = portfolio;
        this.source = source;
    }

    public CaseId openCase(Household household) {
        return openCase(household, PortfolioFixtures.book(household));
    }

    private CaseId openCase(Household household, Book book) {
        portfolio.answer(book);
        RunId run = runs.open(new RunRequest(
                RunSource.TRADER, new PersonId("trader"), "test " + UUID.randomUUID(), List.of(household.id())));
        collect.forRun(run);
        validate.ofRun(run);
        measure.ofRun(run);
        return CaseId.of(run, new HouseholdId(household.id().value()));
    }

    /** The household from now on, as the portfolio source reports it. */
    public void report(Household household) {
        portfolio.answer(PortfolioFixtures.book(household));
    }

    public ProposeTrades.Outcome propose(CaseId about, List<Trade> trades) {
        source.answer(trades);
        return propose.forCase(about);
    }

    /** The usual case: proposed and checked. */
    public ProposalVersion inReview(Household household, List<Trade> trades) {
        CaseId about = openCase(household);
        propose(about, trades);
        check.forCase(about);
        return current(about);
    }

    /** The same at other prices and models. */
    public ProposalVersion inReview(Book book, List<Trade> trades) {
        CaseId about = openCase(book.households().get(0), book);
        propose(about, trades);
        check.forCase(about);
        return current(about);
    }

    public ProposalVersion inReview() {
        return inReview(ReviewFixtures.household(), ReviewFixtures.trades());
    }

    public ProposalVersion current(CaseId about) {
        return proposals.current(about).orElseThrow();
    }

    public static ReviewDecision decision(ProposalVersion version, Kind kind, String reason, LineDecision... lines) {
        return new ReviewDecision(version.number(), version.tradeHash(), kind, null, List.of(lines), reason);
    }

    public static ReviewDecision approval(ProposalVersion version) {
        return decision(version, Kind.APPROVE, "");
    }
}
