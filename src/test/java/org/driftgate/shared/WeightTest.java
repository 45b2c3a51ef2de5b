package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTest {

    @ParameterizedTest
    @CsvSource({"0.0625, 6.25", "0.712, 71.20", "-0.062, -6.20", "0.00005, 0.00", "0.00015, 0.02", "1, 100.00"})
    void isWrittenInPercentWithTwoDigits(String fraction, String percent) {
        assertThat(Weight.of(fraction).inPercent()).isEqualTo(percent);
    }

    @Test
    void isEqualWhateverTheScaleItCameWith() {
        assertThat(Weight.percent("6.2")).isEqualTo(Weight.of("0.062")).isEqualTo(Weight.of("0.06200000000"));
    }

    @Test
    void subtractsAndForgetsTheSign() {
        Weight drift = Weight.percent("60").minus(Weight.percent("64.9"));

        assertThat(drift).isEqualTo(Weight.percent("-4.9"));
        assertThat(drift.absolute()).isEqualTo(Weight.percent("4.9"));
    }
}
