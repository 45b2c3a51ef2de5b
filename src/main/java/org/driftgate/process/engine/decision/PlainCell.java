package org.driftgate.process.engine.decision;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a literal, a name, or a comparison with one of both. FEEL sets up all of its functions for each evaluation,
 * a hundred times what such a cell needs; the answers are the same, and what is not that plain is left to FEEL.
 */
record PlainCell(String operator, @Nullable Object literal, String name) {

    private static final Pattern CELL =
            Pattern.compile("\\s*(<=|>=|<|>)?\\s*(?:(-?\\d+(?:\\.\\d+)?)|\"([^\"\\\\]*)\"|([A-Za-z]\\w*))\\s*");

    static Optional<PlainCell> of(String text) {
        Matcher cell = CELL.matcher(text);
        if (!cell.matches()) return Optional.empty();
        String operator = cell.group(1) == null ? "" : cell.group(1);
        if (cell.group(2) != null) return Optional.of(new PlainCell(operator, new BigDecimal(cell.group(2)), ""));
        if (cell.group(3) != null) return Optional.of(new PlainCell(operator, cell.group(3), ""));
        return switch (cell.group(4)) {
            case "true", "false" -> Optional.of(new PlainCell(operator, Boolean.valueOf(cell.group(4)), ""));
            case "null" -> Optional.empty();
            default -> Optional.of(new PlainCell(operator, null, cell.group(4)));
        };
    }

    /** Nothing where FEEL has to say what is wrong, for example with an unknown name. */
    Optional<Object> value(Map<String, Object> variables) {
        return operator.isEmpty() ? operand(variables) : Optional.empty();
    }

    Optional<Boolean> matches(@Nullable Object input, Map<String, Object> variables) {
        if (input == null) return Optional.empty();
        return operand(variables).flatMap(operand -> matches(input, operand));
    }

    private Optional<Boolean> matches(Object input, Object operand) {
        if (input instanceof Number one && operand instanceof Number other)
            return Optional.of(expected().test(decimal(one).compareTo(decimal(other))));
        if (operator.isEmpty() && name.isEmpty() && input.getClass() == operand.getClass())
            return Optional.of(input.equals(operand));
        return Optional.empty();
    }

    private IntPredicate expected() {
        return switch (operator) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            default -> order -> order == 0;
        };
    }

    private Optional<Object> operand(Map<String, Object> variables) {
        return Optional.ofNullable(literal != null ? literal : variables.get(name));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
