package org.driftgate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.driftgate.household.Book;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Finding;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;

/** The data that a proposal is made from: never older than the business day, never from before the last version. */
@Component
class ProposalData {

    private final Cases cases;
    private final Proposals proposals;
    private final CollectSnapshot collect;
    private final Snapshots snapshots;
    private final MarketCalendar market;

    ProposalData(
            Cases cases, Proposals proposals, CollectSnapshot collect, Snapshots snapshots, MarketCalendar market) {
        this.cases = cases;
        this.proposals = proposals;
        this.collect = collect;
        this.snapshots = snapshots;
        this.market = market;
    }

    sealed interface Answer {

        record Usable(SnapshotId snapshot, Household household, Book market, boolean fresh) implements Answer {}

        record NotUsable(List<String> problems) implements Answer {}
    }

    Answer of(CaseId about) {
        RebalancingCase current = cases.get(about);
        if (!needsFreshData(current)) return read(about, current.snapshot(), false);
        CollectSnapshot.Outcome outcome = collect.forCase(about);
        if (outcome instanceof CollectSnapshot.Outcome.Incomplete incomplete)
            return new Answer.NotUsable(incomplete.problems());
        return read(about, ((CollectSnapshot.Outcome.Collected) outcome).snapshot(), true);
    }

    private Answer read(CaseId about, SnapshotId snapshot, boolean fresh) {
        Optional<Finding> quarantine = snapshots.quarantine(snapshot).stream()
                .filter(finding -> about.household().equals(finding.household()))
                .findFirst();
        if (quarantine.isPresent())
            return new Answer.NotUsable(List.of(quarantine.get().sentence()));
        return new Answer.Usable(
                snapshot, snapshots.household(snapshot, about.household()), snapshots.market(snapshot), fresh);
    }

    private boolean needsFreshData(RebalancingCase current) {
        LocalDate opened = LocalDate.ofInstant(current.openedAt(), market.zone());
        return !opened.equals(market.today()) || proposals.current(current.id()).isPresent();
    }
}
