package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.simulator.WorldEvent.LifeEventSet;
import org.driftgate.simulator.WorldEvent.OrderBehaviour;
import org.driftgate.simulator.WorldEvent.OrderScripted;
import org.driftgate.simulator.WorldEvent.QuantityMisreported;
import org.driftgate.simulator.WorldEvent.UnreconciledSet;

/**
 * The firm that the demonstration shows: sixty households of three advisers, every path at least once, a third of them
 * inside their band. The same day gives the same firm.
 */
final class DemoFirm {

    static final int HOUSEHOLDS = 60;
    static final int ADVISERS = 3;
    private static final long SEED = 20_261_120L;

    private final BookRows book;
    private final Map<String, DemoStory> stories;

    private DemoFirm(BookRows book, Map<String, DemoStory> stories) {
        this.book = book;
        this.stories = stories;
    }

    /** Priced at the close of that day. */
    static DemoFirm asOf(LocalDate day) {
        return seeded(day, SEED);
    }

    static DemoFirm seeded(LocalDate day, long seed) {
        Random random = new Random(seed);
        DemoMarket market = new DemoMarket(day);
        DemoRows rows = new DemoRows();
        Map<String, DemoStory> stories = new LinkedHashMap<>();
        for (DemoStory story : cast()) {
            int number = stories.size();
            String id = "H%03d".formatted(number + 1);
            String adviser = "advisor%02d".formatted(1 + (number + number / 3) % ADVISERS);
            stories.put(id, story);
            new DemoHousehold(rows, market, random, day, story, id).add(DemoNames.family(number), adviser);
        }
        return new DemoFirm(rows.book(market), stories);
    }

    BookRows book() {
        return book;
    }

    Map<String, DemoStory> stories() {
        return stories;
    }

    /** What the book cannot say: scripted orders, life events, what does not reconcile. */
    List<WorldEvent> events(UnaryOperator<String> custodyNumber) {
        List<WorldEvent> events = new ArrayList<>();
        stories.forEach((household, story) -> {
            String account = custodyNumber.apply(household + "-A1");
            switch (story) {
                case REJECTED_TRADE ->
                    events.add(new OrderScripted(
                            account, null, OrderBehaviour.REJECT, "RJ07 Trading authorisation is not on file", 1));
                case PARTIAL_FILL ->
                    events.add(new OrderScripted(account, null, OrderBehaviour.PARTIAL_FILL, "0.4", 1));
                case MANUAL_HANDLING ->
                    events.add(new LifeEventSet(household, "The sale of the family business is under way"));
                case UNRECONCILED ->
                    events.add(new UnreconciledSet(
                            household, "Cash differs from the custodian's by $1,240.55 since yesterday"));
                case LOTS_DO_NOT_ADD_UP -> events.add(new QuantityMisreported(account, "VTI", new BigDecimal("3")));
                default -> {
                    // told by the book alone
                }
            }
        });
        return events;
    }

    /** Every third household is inside its band; the others are the special stories, between clean ones. */
    private static List<DemoStory> cast() {
        List<DemoStory> special = new ArrayList<>(List.of(DemoStory.values()));
        special.remove(DemoStory.INSIDE_BAND);
        List<DemoStory> cast = new ArrayList<>();
        while (cast.size() < HOUSEHOLDS) {
            if (cast.size() % 3 == 2) cast.add(DemoStory.INSIDE_BAND);
            else cast.add(special.isEmpty() ? DemoStory.CLEAN : special.remove(0));
        }
        return cast;
    }
}
