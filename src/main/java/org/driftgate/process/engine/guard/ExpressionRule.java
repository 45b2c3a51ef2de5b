package org.driftgate.process.engine.guard;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The grammar of expressions in models: variables, literals, comparisons, "and", "or", "not", and calls of the contract's
 * beans with variables and literals. Properties, brackets, functions, other beans and any arithmetic are refused.
 */
final class ExpressionRule {

    private static final Set<String> JOINING =
            Set.of("==", "!=", "<=", ">=", "<", ">", "&&", "||", "eq", "ne", "lt", "gt", "le", "ge", "and", "or");
    private static final Set<String> NEGATING = Set.of("!", "not", "empty");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final Set<String> SCOPES = Set.of("execution", "task");
    private static final Set<String> RESERVED = Set.of("div", "mod", "instanceof");
    private static final String NOTHING = "";

    private final Vocabulary words;

    ExpressionRule(Vocabulary words) {
        this.words = words;
    }

    /** Every expression in a text; a text without any is always good. */
    boolean allowsText(String text) {
        int start = start(text, 0);
        for (; start >= 0; start = start(text, start)) {
            int end = end(text, start + 2);
            if (end < 0 || !allows(text.substring(start + 2, end))) return false;
            start = end + 1;
        }
        return true;
    }

    /** The content of one pair of braces. */
    boolean allows(String expression) {
        return ExpressionTokens.of(expression)
                .filter(tokens -> !tokens.isEmpty())
                .map(tokens -> new Reader(tokens).isWhole())
                .orElse(false);
    }

    /** A call of a bean of the contract and nothing else, as a listener needs it. */
    boolean isCall(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith("${")
                && trimmed.endsWith("}")
                && trimmed.contains("(")
                && end(trimmed, 2) == trimmed.length() - 1
                && allows(trimmed.substring(2, trimmed.length() - 1))
                && Character.isLetter(trimmed.charAt(2));
    }

    static boolean isExpression(String text) {
        return start(text, 0) >= 0;
    }

    private static int start(String text, int from) {
        int dollar = text.indexOf("${", from);
        int hash = text.indexOf("#{", from);
        return dollar < 0 || (hash >= 0 && hash < dollar) ? hash : dollar;
    }

    private static int end(String text, int from) {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quote != 0) {
                if (here == quote) quote = 0;
            } else if (here == '\'' || here == '"') quote = here;
            else if (here == '}') return at;
        }
        return -1;
    }

    private final class Reader {

        private final Iterator<String> rest;
        private String here;

        Reader(List<String> tokens) {
            rest = tokens.iterator();
            here = rest.next();
        }

        boolean isWhole() {
            return isJoined() && here.equals(NOTHING);
        }

        private boolean isJoined() {
            if (!isOperand()) return false;
            while (JOINING.contains(here)) {
                step();
                if (!isOperand()) return false;
            }
            return true;
        }

        private boolean isOperand() {
            while (NEGATING.contains(here)) step();
            if (here.equals(NOTHING)) return false;
            String token = step();
            if (token.equals("(")) return isJoined() && step().equals(")");
            if (ExpressionTokens.isLiteral(token) || CONSTANTS.contains(token)) return true;
            if (!isPlainName(token)) return false;
            return here.equals(".") ? isCallOf(token) : !words.isTaken(token) && !SCOPES.contains(token);
        }

        private boolean isCallOf(String bean) {
            step();
            String method = step();
            if (!step().equals("(")) return false;
            int arguments = 0;
            while (!here.equals(")")) {
                if (arguments > 0 && !step().equals(",")) return false;
                if (!isArgument()) return false;
                arguments++;
            }
            step();
            return words.isCallable(bean, method, arguments) && !here.equals(".");
        }

        private boolean isArgument() {
            String token = step();
            if (token.equals(NOTHING)) return false;
            return ExpressionTokens.isLiteral(token)
                    || CONSTANTS.contains(token)
                    || (isPlainName(token) && !words.isTaken(token));
        }

        private boolean isPlainName(String token) {
            return ExpressionTokens.isName(token)
                    && !JOINING.contains(token)
                    && !NEGATING.contains(token)
                    && !RESERVED.contains(token);
        }

        private String step() {
            String taken = here;
            here = rest.hasNext() ? rest.next() : NOTHING;
            return taken;
        }
    }
}
