package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.trading.OrderFact.AnswerKind;
import org.driftgate.trading.OrderFact.Answered;
import org.driftgate.trading.OrderFact.Claimed;
import org.driftgate.trading.OrderFact.Executed;
import org.driftgate.trading.OrderFact.Reported;
import org.junit.jupiter.api.Test;

class OrderProgressTest {

    private static final long SEED = 20261120;
    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");

    @Test
    void goesThroughItsStates() {
        assertThat(state()).isEqualTo(Orders.State.PLANNED);
        assertThat(state(claimed())).isEqualTo(Orders.State.CLAIMED);
        assertThat(state(claimed(), answered(AnswerKind.UNKNOWN))).isEqualTo(Orders.State.UNKNOWN);
        assertThat(state(claimed(), answered(AnswerKind.ACKNOWLEDGED))).isEqualTo(Orders.State.ACKNOWLEDGED);
        assertThat(state(claimed(), answered(AnswerKind.REJECTED))).isEqualTo(Orders.State.REJECTED);
        assertThat(state(claimed(), answered(AnswerKind.NOT_PLACED))).isEqualTo(Orders.State.PLANNED);
        assertThat(state(claimed(), executed("X1", 40))).isEqualTo(Orders.State.PARTIALLY_FILLED);
        assertThat(state(claimed(), executed("X1", 40), executed("X2", 60))).isEqualTo(Orders.State.FILLED);
        assertThat(state(claimed(), executed("X1", 40), reported(OrderReport.State.EXPIRED)))
                .isEqualTo(Orders.State.EXPIRED);
        assertThat(state(claimed(), reported(OrderReport.State.CANCELLED))).isEqualTo(Orders.State.CANCELLED);
    }

    @Test
    void believesAReportMoreThanADoubt() {
        assertThat(state(claimed(), answered(AnswerKind.UNKNOWN), reported(OrderReport.State.WORKING)))
                .isEqualTo(Orders.State.ACKNOWLEDGED);
        assertThat(state(claimed(), answered(AnswerKind.NOT_PLACED), executed("X1", 100)))
                .isEqualTo(Orders.State.FILLED);
    }

    @Test
    void waitsForTheExecutionsBehindAFilledStatus() {
        assertThat(state(claimed(), executed("X1", 40), reported(OrderReport.State.FILLED)))
                .isEqualTo(Orders.State.PARTIALLY_FILLED);
    }

    @Test
    void staysTheSameForEveryOrderAndRepetitionOfItsFacts() {
        var random = new Random(SEED);
        for (int story = 0; story < 10_000; story++) {
            List<OrderFact> facts = someFacts(random);
            OrderProgress expected = new OrderProgress(facts);
            var shuffled = new ArrayList<>(facts);
            for (int i = random.nextInt(4); i > 0; i--) shuffled.add(facts.get(random.nextInt(facts.size())));
            Collections.shuffle(shuffled, random);

            OrderProgress actual = new OrderProgress(shuffled);

            assertThat(List.of(
                            actual.state(),
                            actual.filled(),
                            actual.amount(),
                            actual.averagePrice(),
                            actual.reference(),
                            actual.refusal()))
                    .as("seed %d, story %d: %s", SEED, story, shuffled)
                    .isEqualTo(List.of(
                            expected.state(),
                            expected.filled(),
                            expected.amount(),
                            expected.averagePrice(),
                            expected.reference(),
                            expected.refusal()));
        }
    }

    private static List<OrderFact> someFacts(Random random) {
        var facts = new ArrayList<OrderFact>(List.of(claimed()));
        for (AnswerKind kind : AnswerKind.values()) if (random.nextInt(3) == 0) facts.add(answered(kind));
        for (OrderReport.State state : OrderReport.State.values())
            if (random.nextInt(4) == 0) facts.add(reported(state));
        for (int i = 0; i < random.nextInt(5); i++) facts.add(executed("X" + i, 1 + random.nextInt(30)));
        if (random.nextInt(5) == 0)
            facts.add(new Claimed(2, OrderId.random(), Quantity.shares(60), NOON.plusSeconds(60)));
        return facts;
    }

    private static Orders.State state(OrderFact... facts) {
        return new OrderProgress(List.of(facts)).state();
    }

    private static OrderFact claimed() {
        return new Claimed(1, OrderId.parse("00000000-0000-0000-0000-000000000001"), Quantity.shares(100), NOON);
    }

    private static OrderFact answered(AnswerKind kind) {
        String reference = kind == AnswerKind.ACKNOWLEDGED ? "70000001" : null;
        return new Answered(1, kind, reference, kind == AnswerKind.REJECTED ? "FD01" : null, kind.name());
    }

    private static OrderFact reported(OrderReport.State state) {
        return new Reported(1, state, "70000001", state == OrderReport.State.REJECTED ? "RJ01" : null, null);
    }

    private static OrderFact executed(String id, long shares) {
        return new Executed(
                1, new OrderReport.Execution(id, Quantity.shares(shares), Price.of("99.50"), NOON.plusSeconds(shares)));
    }
}
