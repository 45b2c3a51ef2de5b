package org.driftgate.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-15, 2026-03-16",
        "2023-02-28, 2024-03-01",
        "2023-03-01, 2024-03-02",
        "2025-01-01, 2026-01-02",
        "2024-11-30, 2025-12-01",
        "2024-02-28, 2025-03-01",
        "2024-02-29, 2025-03-01",
        "2012-09-19, 2013-09-20"
    })
    void turnsLongTermOnTheDayAfterAYear(LocalDate acquired, LocalDate firstLongTermDay) {
        var lot = new Lot(new LotId("L1"), new Symbol("SPY"), Quantity.shares(1), Price.of("1"), acquired);

        assertThat(lot.firstLongTermDay()).isEqualTo(firstLongTermDay);
        assertThat(lot.isLongTerm(firstLongTermDay)).isTrue();
        assertThat(lot.isLongTerm(firstLongTermDay.minusDays(1))).isFalse();
    }
}
