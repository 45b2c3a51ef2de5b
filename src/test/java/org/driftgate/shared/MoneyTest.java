package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0.005, 0.00", "0.015, 0.02", "0.025, 0.02", "-0.005, 0.00", "-0.015, -0.02", "1, 1.00", "1e3, 1000.00"
    })
    void roundsHalfEvenToCents(String amount, String rounded) {
        assertThat(Money.usd(amount)).hasToString(rounded);
    }

    @Test
    void isEqualWhateverTheScaleItCameWith() {
        assertThat(Money.usd("1.1")).isEqualTo(Money.usd("1.100")).hasSameHashCodeAs(Money.usd("1.10"));
    }

    @Test
    void addsWithoutLosingCents() {
        Money dime = Money.usd("0.10");

        assertThat(dime.plus(dime).plus(dime)).isEqualTo(Money.usd("0.30"));
        assertThat(dime.minus(Money.usd("0.30")).isNegative()).isTrue();
        assertThat(dime.negated().plus(dime)).isEqualTo(Money.ZERO);
    }

    @Test
    void isAShareOfAWhole() {
        assertThat(Money.usd("71200").shareOf(Money.usd("100000"))).isEqualTo(new BigDecimal("0.71200000"));
        assertThat(Money.usd("1").shareOf(Money.usd("3"))).isEqualTo(new BigDecimal("0.33333333"));
        assertThat(Money.usd("1").shareOf(Money.ZERO)).isEqualByComparingTo("0");
        assertThat(Money.usd("1").shareOf(Money.usd("-5"))).isEqualByComparingTo("0");
    }

    @Test
    void comparesByAmount() {
        assertThat(Money.usd("2").max(Money.usd("10"))).isEqualTo(Money.usd("10"));
        assertThat(Money.usd("2").min(Money.usd("10"))).isEqualTo(Money.usd("2"));
        assertThat(Money.usd("-1").times(new BigDecimal("0.333"))).isEqualTo(Money.usd("-0.33"));
    }
}
