package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionRuleTest {

    private final ExpressionRule rule = new ExpressionRule(SmallContract.words());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approved",
                "_approved",
                "true",
                "null",
                "12",
                "12.5",
                "'held'",
                "\"held\"",
                "!approved",
                "not approved",
                "empty approved",
                "! ! approved",
                "route == 'held'",
                "route ne 'held' and tax ge 3",
                "a || b && c",
                "(a or b) and c",
                "((a))",
                "clock.at()",
                "clock.of(household, 3)",
                "clock.of('H1', null)",
                "clock.at() == null",
                " a "
            })
    void allowsTheSmallLanguage(String expression) {
        assertThat(rule.allows(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a ==",
                "== a",
                "!",
                "a and",
                "and",
                "div",
                "a == mod",
                "(a",
                "(a == )",
                "a)",
                "a + b",
                "a[0]",
                "a ? b : c",
                "a.b",
                "a.b.c()",
                "execution",
                "task",
                "hidden",
                "workDelegate",
                "clock",
                "clock.at",
                "clock.at(",
                "clock.at(1",
                "clock.at(1)",
                "clock.at().length()",
                "clock.of(a)",
                "clock.of(a b)",
                "clock.of(a, )",
                "clock.of(a, clock)",
                "clock.of(a, hidden)",
                "clock.of(a, and)",
                "clock.of(a, not)",
                "clock.of(a, instanceof)",
                "clock.of(a, clock.at())",
                "clock.of(a, !b)",
                "clock.none()",
                "clock.hashCode()",
                "clock at()",
                "clock.at)",
                "hidden.at()",
                "'it\\'s'",
                "'open"
            })
    void refusesEverythingElse(String expression) {
        assertThat(rule.allows(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "$5 and {braces}",
                "${a}",
                "#{a}",
                "x${a}y#{b}z",
                "#{a} ${b}",
                "${a}${b}",
                "${route == '}'}",
                "${route == \"it's }\"}"
            })
    void readsEveryExpressionOfAText(String text) {
        assertThat(rule.allowsText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${}",
                "${a",
                "#{a",
                "${a + b}",
                "#{a + b}",
                "${a} ${b + c}",
                "${a}#{b + c}",
                "#{a + b} ${c}",
                "#{b + c} and ${a}",
                "${a}${b",
                "${a == 'x}",
                "${hidden}"
            })
    void refusesATextForOneBadExpression(String text) {
        assertThat(rule.allowsText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${clock.at()}", " ${clock.of(a, '}')} "})
    void takesACallForACall(String text) {
        assertThat(rule.isCall(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clock.at()",
                "#{clock.at()}",
                "${a}",
                "${clock.none()}",
                "${(a)}",
                "${!clock.at()}",
                "${clock.at()",
                "x${clock.at()}",
                "${clock.at()}x",
                "${clock.at()}${clock.at()}"
            })
    void takesNothingElseForACall(String text) {
        assertThat(rule.isCall(text)).isFalse();
    }

    @Test
    void knowsAnExpressionFromPlainText() {
        assertThat(ExpressionRule.isExpression("${a}")).isTrue();
        assertThat(ExpressionRule.isExpression("#{a}")).isTrue();
        assertThat(ExpressionRule.isExpression("from #{a} to ${b}")).isTrue();
        assertThat(ExpressionRule.isExpression("a {b} $c #d")).isFalse();
    }
}
