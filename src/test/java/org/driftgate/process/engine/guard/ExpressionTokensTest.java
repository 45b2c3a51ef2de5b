package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTokensTest {

    @Test
    void splitsWhatExpressionsMayConsistOf() {
        assertThat(ExpressionTokens.of("a.b ( 'x y' , 1.5)<= \"z\"  "))
                .contains(List.of("a", ".", "b", "(", "'x y'", ",", "1.5", ")", "<=", "\"z\""));
        assertThat(ExpressionTokens.of("  ")).contains(List.of());
        assertThat(ExpressionTokens.of("")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[0]", "a + b", "+", "a ? b : c", "'open", "a = b", "a ; b"})
    void splitsNothingThatContainsAnotherSign(String expression) {
        assertThat(ExpressionTokens.of(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${flag}",
                " ${flag} ",
                "${flag && a}",
                "${a and flag}",
                "${a == 1 && flag and b}",
                "${a && flag}"
            })
    void demandsAFlagThatStandsAloneOrJoinedByAnd(String condition) {
        assertThat(ExpressionTokens.demands(condition, "flag")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag",
                "${flag",
                "{flag}",
                "#{flag}",
                "${other}",
                "${}",
                "${flag || a}",
                "${a or flag}",
                "${a and flag or b}",
                "${(flag)}",
                "${!flag}",
                "${not flag}",
                "${flag == false}",
                "${false == flag}",
                "${a && flag == b}",
                "${a == flag && b}",
                "${flag + 1}"
            })
    void demandsNoFlagThatMayBeFalse(String condition) {
        assertThat(ExpressionTokens.demands(condition, "flag")).isFalse();
    }

    @Test
    void tellsNamesFromLiterals() {
        assertThat(ExpressionTokens.isName("a1")).isTrue();
        assertThat(ExpressionTokens.isName("_a")).isTrue();
        assertThat(ExpressionTokens.isName("1a")).isFalse();
        assertThat(ExpressionTokens.isName("'a'")).isFalse();
        assertThat(ExpressionTokens.isLiteral("1")).isTrue();
        assertThat(ExpressionTokens.isLiteral("'a'")).isTrue();
        assertThat(ExpressionTokens.isLiteral("\"a\"")).isTrue();
        assertThat(ExpressionTokens.isLiteral("a")).isFalse();
        assertThat(ExpressionTokens.isLiteral("(")).isFalse();
    }
}
