package org.driftgate.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftgate.review.PreTradeCheck.Fact;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.PreTradeRule;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All pre-trade rules of one household by the shipped tables: ten trades in four accounts, twenty securities, six asset
 * classes; 88 facts. Measuring the facts and keeping the results are not part of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class PreTradeTablesBenchmark {

    private static final Instant TODAY = Instant.parse("2026-11-20T14:00:00Z");

    private final ShippedRules tables = new ShippedRules();
    private final List<Fact> facts = new ArrayList<>();

    @Setup
    public void measure() {
        for (PreTradeRule rule : PreTradeRule.values()) {
            for (int i = 0; i < count(rule); i++) facts.add(fact(rule, i));
        }
    }

    @Benchmark
    public List<Ruling> household() {
        return tables.decide(facts, TODAY);
    }

    private static int count(PreTradeRule rule) {
        return switch (rule) {
            case RESTRICTION, DUPLICATE_ORDER, PRICE_STALE -> 10;
            case CASH_NEED, COLLAR_CASH, DISCRETION -> 4;
            case HARVEST_LOCK, SUITABILITY -> 5;
            case CONCENTRATION -> 20;
            case DRIFT_WORSE, IPS_LIMIT -> 6;
            case GAIN_BUDGET, SHORT_TERM_GAIN, WASH_SALE, TURNOVER -> 1;
        };
    }

    private static Fact fact(PreTradeRule rule, int number) {
        var circumstances = new HashMap<Circumstance, Object>();
        rule.circumstances().forEach(one -> circumstances.put(one, one.sample()));
        if (rule == PreTradeRule.RESTRICTION) circumstances.put(Circumstance.FORBIDDEN, false);
        return new Fact(rule, new BigDecimal("10." + (10 + number)), BigDecimal.valueOf(20), circumstances);
    }
}
