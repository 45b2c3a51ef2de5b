package org.driftgate.process.engine.decision;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;

/** The decision tables of one deployed file, parsed. Safe for several threads. */
public final class DecisionTables {

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions;

    private DecisionTables(DmnEngine engine, Map<String, DmnDecision> decisions) {
        this.engine = engine;
        this.decisions = decisions;
    }

    public static DecisionTables parse(byte[] file) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(ParsedFeel::new);
        configuration.setReturnBlankTableOutputAsNull(true);
        DmnEngine engine = configuration.buildEngine();
        return new DecisionTables(
                engine,
                engine.parseDecisions(new ByteArrayInputStream(file)).stream()
                        .collect(Collectors.toMap(DmnDecision::getKey, Function.identity())));
    }

    /** The outputs of every row that matches, in the order of the rows; an empty cell is null. */
    public List<Map<String, @Nullable Object>> ask(String table, Map<String, Object> variables) {
        DmnDecision decision = decisions.get(table);
        if (decision == null) throw new IllegalArgumentException("no table %s in this file".formatted(table));
        try {
            return engine.evaluateDecisionTable(decision, variables).getResultList();
        } catch (DmnEngineException | FeelException trouble) {
            throw new UnusableTable(String.valueOf(trouble.getMessage()), trouble);
        }
    }

    /** What is wrong with one cell that tests an input of that kind; nothing when it can be asked. */
    public static Optional<String> problemOfTest(String test, Object input, Map<String, Object> variables) {
        return problem(() -> new ParsedFeel().matches(test, input, variables));
    }

    /** The value of an output cell, or what is wrong with it. */
    public static Value valueOf(String expression, Map<String, Object> variables) {
        var value = new Object[1];
        Optional<String> problem = problem(() -> value[0] = new ParsedFeel().value(expression, variables));
        return new Value(value[0], problem.orElse(null));
    }

    public record Value(@Nullable Object value, @Nullable String problem) {}

    private static Optional<String> problem(Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (FeelException trouble) {
            return Optional.of(String.valueOf(trouble.getMessage()));
        }
    }
}
