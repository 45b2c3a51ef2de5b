package org.driftgate.proposal;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Proposals of our own rebalancer; the same inputs give the same trades, reference and hash. */
@Component
@ConditionalOnProperty(name = "driftgate.proposals", havingValue = "OWN")
class OwnProposals implements ProposalSource {

    static final String ORIGIN = "Driftgate";

    private static final int SHORT = 16;

    private final OwnEngine engine;

    OwnProposals(OwnEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "our own engine";
    }

    @Override
    public Answer propose(Household household, Book market) {
        ProposedHousehold proposed = engine.propose(household, market);
        List<Trade> trades = engine.orders(household, proposed);
        if (trades.isEmpty()) return new Answer.Refused(sentence(proposed));
        String hash = engine.inputHash(household, market);
        return new Answer.Proposed(trades, ORIGIN, "own-" + hash.substring(0, SHORT), hash);
    }

    /** There is nobody to ask: it computes in this process. */
    @Override
    public void checkConnection() {}

    private static String sentence(ProposedHousehold proposed) {
        String why = proposed.reason();
        return switch (proposed.status()) {
            case OK -> "Our engine's plan leaves no order of a whole share that the cash pays for.";
            case NO_TRADE -> "Our engine proposes no trade: " + why;
            case INFEASIBLE -> "Our engine finds no plan that keeps every rule: " + why;
            case SET_ASIDE -> "Our engine sets the household aside: " + why;
        };
    }
}
