package org.driftgate.process.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedFeelTest {

    private static final Map<String, Object> VARIABLES = Map.of("limit", new BigDecimal("20.5"), "other", "SPY");

    private final ParsedFeel feel = new ParsedFeel();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "< 20.5",
                "<= 20.5",
                "> 20.5",
                ">=20.5",
                "20.5",
                "< limit",
                "<= limit",
                "> limit",
                ">= limit",
                "-1"
            })
    void comparesNumbersAsFeelDoes(String test) {
        for (Object number : List.of(-1, 20, 20.5, new BigDecimal("20.50"), 20.500001, 21L, 1e9))
            assertThat(feel.matches(test, number, VARIABLES))
                    .as("%s %s", number, test)
                    .isEqualTo(feel.matchesInFeel(test, number, VARIABLES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"SPY\"", "\"\"", "\"spy\"", "\"SPY\", \"AGG\"", "not(\"SPY\")", "other"})
    void comparesTextsAsFeelDoes(String test) {
        for (String text : List.of("SPY", "AGG", ""))
            assertThat(feel.matches(test, text, VARIABLES))
                    .as("%s %s", text, test)
                    .isEqualTo(feel.matchesInFeel(test, text, VARIABLES));
    }

    @Test
    void knowsTrueAndFalse() {
        assertThat(feel.matches("true", true, VARIABLES)).isTrue();
        assertThat(feel.matches("false", true, VARIABLES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> limti", "> \"many\"", "limti", "> other"})
    void complainsWhereFeelWouldQuietlySayNo(String test) {
        assertThatThrownBy(() -> feel.matches(test, 5, VARIABLES)).isInstanceOf(FeelException.class);
    }

    @Test
    void evaluatesWhatIsNotPlain() {
        assertThat(feel.value("limit + 0.5", VARIABLES)).hasToString("21");
        assertThat(feel.value("limit", VARIABLES)).isEqualTo(new BigDecimal("20.5"));
        assertThat(feel.value("\"CON-1\"", VARIABLES)).isEqualTo("CON-1");
        assertThatThrownBy(() -> feel.value("\"CON-1", VARIABLES)).hasMessageContaining("is not FEEL");
    }
}
