package org.driftgate.modelportfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceBandTest {

    @ParameterizedTest
    @CsvSource({
        "20 %, 0.60, 0.12",
        "5 points, 0.60, 0.05",
        "3.5 points, 0.10, 0.035",
        "20 percent, 0.05, 0.01",
        "5 points or 25 %, 0.05, 0.0125",
        "5 points or 25 %, 0.10, 0.025",
        "5 points or 25 %, 0.20, 0.05",
        "5 points or 25 %, 0.40, 0.05",
        "20 %, 0, 0.05",
        "1 point, 0, 0.01"
    })
    void isAsWideAsItIsWritten(String band, String target, String halfWidth) {
        assertThat(ToleranceBand.of(band).halfWidth(Weight.of(target))).isEqualTo(Weight.of(halfWidth));
    }

    /** Daryanani 2008: 60 % with a 20 % band is left alone from 48 % to 72 %, both edges included. */
    @ParameterizedTest
    @CsvSource({
        "20 %, 0.60, 0.72, true",
        "20 %, 0.60, 0.73, false",
        "20 %, 0.60, 0.72000001, false",
        "20 %, 0.60, 0.48, true",
        "20 %, 0.60, 0.47999999, false",
        "20 %, 0.05, 0.065, false",
        "5 points, 0.05, 0.065, true",
        "5 points, 0.65, 0.70, true",
        "5 points, 0.65, 0.70000001, false"
    })
    void containsItsEdges(String band, String target, String actual, boolean contained) {
        assertThat(ToleranceBand.of(band).contains(Weight.of(actual), Weight.of(target)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "five points", "-5 points", "5 points or", "20 % of everything"})
    void refusesWhatIsNoBand(String text) {
        assertThatThrownBy(() -> ToleranceBand.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a band");
    }

    @Test
    void readsTheSameBandFromTheSameText() {
        assertThat(ToleranceBand.of("5 points")).isEqualTo(new ToleranceBand.Absolute(Weight.of("0.05")));
    }
}
