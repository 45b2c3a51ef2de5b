package org.driftgate.testing;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.PortfolioSource;
import org.driftgate.shared.HouseholdId;

/** A portfolio source that answers what a test tells it. */
public final class PortfolioSourceStub implements PortfolioSource {

    public static final String HASH = "5c".repeat(32);

    private final List<List<HouseholdId>> asked = new ArrayList<>();
    private Answer answer = new Answer.Incomplete(List.of("nothing was prepared"));

    public void answer(Book book) {
        answer = new Answer.Complete(book, "test book", HASH);
    }

    public void answerIncompletely(String... problems) {
        answer = new Answer.Incomplete(List.of(problems));
    }

    public List<List<HouseholdId>> asked() {
        return asked;
    }

    @Override
    public Answer collect(List<HouseholdId> households) {
        asked.add(households);
        return answer;
    }

    @Override
    public void checkConnection() {}
}
