package org.driftgate.testing;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.proposal.ProposalSource;
import org.driftgate.proposal.Trade;

/** A proposal source that answers what a test tells it. */
public final class ProposalSourceStub implements ProposalSource {

    private Answer answer = new Answer.Refused("nothing was prepared");

    public void answer(List<Trade> trades) {
        answer = new Answer.Proposed(trades, "ORION", "instance-7", ReviewFixtures.HASH);
    }

    public void refuse(String reason) {
        answer = new Answer.Refused(reason);
    }

    @Override
    public Answer propose(Household household, Book market) {
        return answer;
    }

    @Override
    public void checkConnection() {}
}
