package org.driftgate.testing;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.review.Tier;
import org.driftgate.review.TierTable;

/** A table of tiers that says what a test wants, one compliance reviewer otherwise, and remembers what it was asked. */
public final class TierTableStub implements TierTable {

    private final List<Question> questions = new ArrayList<>();
    private List<Tier> tiers = List.of(Tier.COMPLIANCE);

    public void require(Tier... wanted) {
        tiers = List.of(wanted);
    }

    public void reset() {
        tiers = List.of(Tier.COMPLIANCE);
        questions.clear();
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    @Override
    public Answer ask(Question question) {
        questions.add(question);
        return new Answer(tiers, "the test says so");
    }
}
