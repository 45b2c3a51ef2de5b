package org.driftgate.process.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What code and a decision table have agreed on. {@code variables}: what the code gives, each with a value of its kind;
 * the table's inputs are among them, its outputs are exactly those named.
 */
public record TableContract(Map<String, Object> variables, Set<String> outputs, Rows rows) {

    public TableContract {
        variables = Map.copyOf(variables);
        outputs = Set.copyOf(outputs);
    }

    /** Whether what the rows answer can be used. */
    public interface Rows {

        Optional<String> problem(Map<String, @Nullable Object> outputs);

        /** What the rows without conditions lack, so that there would be facts that no row decides about. */
        Optional<String> gap(List<Map<String, @Nullable Object>> unconditional);
    }
}
