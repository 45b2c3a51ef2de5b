package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression; nothing when it contains a sign that our expressions do not need, such as brackets or plus. */
final class ExpressionTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([A-Za-z_]\\w*)|(\\d+(?:\\.\\d+)?)|('[^'\\\\]*'|\"[^\"\\\\]*\")|(==|!=|<=|>=|&&|\\|\\||[<>!(),.]))");

    private ExpressionTokens() {}

    static Optional<List<String>> of(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length() && !expression.substring(at).isBlank()) {
            if (!token.find(at) || token.start() != at) return Optional.empty();
            tokens.add(token.group().strip());
            at = token.end();
        }
        return Optional.of(tokens);
    }

    /** Whether a condition can hold only where that flag is true: it stands alone, or is joined to the rest by "and". */
    static boolean demands(String condition, String flag) {
        String text = condition.strip();
        if (!text.startsWith("${") || !text.endsWith("}")) return false;
        List<String> tokens = of(text.substring(2, text.length() - 1)).orElse(List.of());
        for (String token : tokens) if (token.equals("||") || token.equals("or") || token.equals("(")) return false;
        for (int at = 0; at < tokens.size(); at++)
            if (tokens.get(at).equals(flag) && joins(tokens, at - 1) && joins(tokens, at + 1)) return true;
        return false;
    }

    private static boolean joins(List<String> tokens, int at) {
        return at < 0
                || at == tokens.size()
                || tokens.get(at).equals("&&")
                || tokens.get(at).equals("and");
    }

    static boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    static boolean isLiteral(String token) {
        char first = token.charAt(0);
        return Character.isDigit(first) || first == '\'' || first == '"';
    }
}
