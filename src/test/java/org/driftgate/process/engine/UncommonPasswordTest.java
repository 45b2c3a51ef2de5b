package org.driftgate.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncommonPasswordTest {

    private final UncommonPassword rule = new UncommonPassword();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password123!",
                "P@ssw0rd2026!",
                "Welcome2026!!",
                "Qwertyuiop1!",
                "Summer2026!!",
                "Ch@ng3M3!!",
                "AdminAdmin1!",
                "Driftgate1!!",
                "L3tm3in!2026",
                "1234567890",
                "Aaaaaaaaa1!",
                "12345678!A"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(rule.execute(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quiet-Harbour-77", "xV7!kq2#Lm9p", "Seven.Geese.9.Ponds", "tR4ck+h1ckory"})
    void takesWhatNobodyTries(String password) {
        assertThat(rule.execute(password)).isTrue();
    }
}
