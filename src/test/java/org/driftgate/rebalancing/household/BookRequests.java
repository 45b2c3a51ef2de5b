package org.driftgate.rebalancing.household;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.driftgate.adapter.book.BookFolder;
import org.driftgate.adapter.book.HouseholdBook;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.RebalancingRequest;

/** What the solver is asked for each household of a book under the standard policy, harvesting inside the bands too. */
public final class BookRequests {

    private final HouseholdBook book;
    private final ProposeHousehold proposals;

    private BookRequests(HouseholdBook book) {
        this.book = book;
        proposals = new ProposeHousehold(policy(), book.market(), book.asOf());
    }

    public static BookRequests of(Path folder) {
        BookFolder.Opening opening = new BookFolder(folder).open();
        if (opening instanceof BookFolder.Opening.Opened opened) return new BookRequests(opened.book());
        throw new IllegalStateException(folder + " is no book: " + opening);
    }

    private static ProposalPolicy policy() {
        PolicyAnswer answer = PolicyReader.read("test", Map.of("harvest", Map.of("on-its-own", true)));
        return ((PolicyAnswer.Accepted) answer).policy();
    }

    public int households() {
        return book.households();
    }

    /** Empty for a household that is set aside. */
    public Optional<RebalancingRequest> request(int index) {
        Household household = book.household(index);
        boolean aside = proposals.propose(household).rebalancing() == null;
        return aside ? Optional.empty() : Optional.of(proposals.request(household));
    }
}
