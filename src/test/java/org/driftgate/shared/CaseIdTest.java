package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {

    @Test
    void isTheRunAndTheHousehold() {
        var run = new RunId("R20261120-1");
        var household = new HouseholdId("H.42");
        CaseId id = CaseId.of(run, household);

        assertThat(id).hasToString("R20261120-1.H.42");
        assertThat(id.run()).isEqualTo(run);
        assertThat(id.household()).isEqualTo(household);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R1", ".H1", "R1."})
    void isNothingElse(String value) {
        assertThatThrownBy(() -> new CaseId(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
