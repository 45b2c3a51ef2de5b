package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({"5, 5.00", "100.10, 100.10", "125.6740, 125.674", "0.0000004, 0.00", "1000, 1000.00"})
    void hasAtLeastTwoDigits(String dollars, String written) {
        assertThat(Price.of(dollars)).hasToString(written);
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> Price.of("-0.01")).hasMessageStartingWith("negative price");
    }

    @Test
    void tellsARelativeMove() {
        assertThat(Price.of("100").moveTo(Price.of("102"))).isEqualByComparingTo(new BigDecimal("0.02"));
        assertThat(Price.of("100").moveTo(Price.of("97"))).isEqualByComparingTo(new BigDecimal("-0.03"));
        assertThatThrownBy(() -> Price.of("0").moveTo(Price.of("1"))).hasMessageContaining("zero price");
    }
}
