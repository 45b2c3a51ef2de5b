package org.driftgate.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftgate.process.engine.decision.UnusableTable;
import org.driftgate.process.engine.guard.TableContract;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeRule;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.jspecify.annotations.Nullable;

/** What the pre-trade tables get and answer. */
final class PreTradeContract implements TableContract.Rows {

    private static final String PREFIX = "pre-trade-";
    private static final Set<String> OUTPUTS = Set.of(
            PreTradeRow.ID,
            PreTradeRow.OUTCOME,
            PreTradeRow.LIMIT,
            PreTradeRow.BECAUSE,
            PreTradeRow.FROM,
            PreTradeRow.TO);

    private PreTradeContract() {}

    static boolean isTable(String decision) {
        return decision.startsWith(PREFIX);
    }

    static Optional<TableContract> of(String decision) {
        return Arrays.stream(PreTradeRule.values())
                .filter(rule -> rule.table().equals(decision))
                .map(rule -> new TableContract(samples(rule), OUTPUTS, new PreTradeContract()))
                .findFirst();
    }

    private static Map<String, Object> samples(PreTradeRule rule) {
        var samples = new HashMap<String, Object>(Map.of("actual", 1, "limit", 2));
        for (Circumstance circumstance : rule.circumstances())
            samples.put(circumstance.variable(), circumstance.sample());
        return samples;
    }

    @Override
    public Optional<String> problem(Map<String, @Nullable Object> outputs) {
        try {
            PreTradeRow.of(outputs);
            return Optional.empty();
        } catch (UnusableTable unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
    }

    @Override
    public Optional<String> gap(List<Map<String, @Nullable Object>> unconditional) {
        boolean always = unconditional.stream()
                .map(PreTradeRow::of)
                .anyMatch(row -> row.outcome() == Outcome.PASS && row.from() == null && row.to() == null);
        return always
                ? Optional.empty()
                : Optional.of(
                        "a row without conditions and dates that says PASS is missing; it decides where no other row does");
    }
}
