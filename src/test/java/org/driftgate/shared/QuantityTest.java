package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, true",
        "10.500000, 10.5, false",
        "0.0000004, 0, true",
        "0.0000015, 0.000002, false",
        "1200, 1200, true"
    })
    void isWrittenWithoutTrailingZeros(String shares, String written, boolean whole) {
        assertThat(Quantity.shares(shares)).hasToString(written);
        assertThat(Quantity.shares(shares).isWhole()).isEqualTo(whole);
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> Quantity.shares("-1")).hasMessageStartingWith("negative quantity");
        assertThatThrownBy(() -> Quantity.shares(1).minus(Quantity.shares(2)))
                .hasMessageStartingWith("negative quantity");
    }

    @Test
    void cutsFractionsOffAndNeverUp() {
        assertThat(Quantity.shares("9.999999").wholeShares()).isEqualTo(Quantity.shares(9));
    }

    @Test
    void isWorthItsPrice() {
        assertThat(Quantity.shares("3.333333").at(Price.of("100.015"))).isEqualTo(Money.usd("333.38"));
        assertThat(Quantity.ZERO.at(Price.of("5"))).isEqualTo(Money.ZERO);
    }
}
