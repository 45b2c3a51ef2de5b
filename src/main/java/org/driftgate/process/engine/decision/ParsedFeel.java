package org.driftgate.process.engine.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * FEEL that parses each cell once; the DMN library's own way parses it for every evaluation. What FEEL would quietly turn
 * into null or false, such as an unknown name or a comparison of a number with a text, is an exception here.
 */
final class ParsedFeel implements FeelEngine {

    private static final FeelEngineApi FEEL =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    private final Map<String, Optional<PlainCell>> plain = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();

    /** FEEL answers with whatever type the expression has; the caller knows which. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return (T) value(expression, all(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String test, String input, VariableContext variables) {
        return matches(test, variables.resolve(input).getValue(), all(variables));
    }

    @Nullable Object value(String expression, Map<String, Object> variables) {
        Optional<Object> simply = plain(expression).flatMap(cell -> cell.value(variables));
        if (simply.isPresent()) return simply.get();
        return answer(expression, FEEL.evaluate(parsed(expressions, expression, FEEL::parseExpression), variables));
    }

    boolean matches(String test, @Nullable Object input, Map<String, Object> variables) {
        Optional<Boolean> simply = plain(test).flatMap(cell -> cell.matches(input, variables));
        if (simply.isPresent()) return simply.get();
        return matchesInFeel(test, input, variables);
    }

    boolean matchesInFeel(String test, @Nullable Object input, Map<String, Object> variables) {
        ParsedExpression parsed = parsed(tests, test, FEEL::parseUnaryTests);
        return Boolean.TRUE.equals(answer(test, FEEL.evaluateWithInput(parsed, input, variables)));
    }

    private Optional<PlainCell> plain(String text) {
        return plain.computeIfAbsent(text, PlainCell::of);
    }

    private static ParsedExpression parsed(
            Map<String, ParsedExpression> known, String text, Function<String, ParseResult> parser) {
        return known.computeIfAbsent(text, unknown -> {
            ParseResult result = parser.apply(unknown);
            if (!result.isSuccess())
                throw new FeelException("'%s' is not FEEL: %s"
                        .formatted(unknown, result.failure().message()));
            return result.parsedExpression();
        });
    }

    private static @Nullable Object answer(String text, EvaluationResult result) {
        if (!result.isSuccess())
            throw new FeelException("'%s': %s".formatted(text, result.failure().message()));
        if (result.hasSuppressedFailures())
            throw new FeelException("'%s': %s"
                    .formatted(text, result.suppressedFailures().head().failureMessage()));
        return result.result();
    }

    private static Map<String, Object> all(VariableContext variables) {
        var values = new HashMap<String, Object>();
        for (String name : variables.keySet())
            values.put(name, variables.resolve(name).getValue());
        return values;
    }
}
