package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary words = SmallContract.words();

    @Test
    void showsTheContractsBeansAndDelegatesOnly() {
        assertThat(words.isVisible("clock")).isTrue();
        assertThat(words.isVisible("workDelegate")).isTrue();
        assertThat(words.isVisible("hidden")).isFalse();
        assertThat(words.isDelegate("workDelegate")).isTrue();
        assertThat(words.isDelegate("clock")).isFalse();
        assertThat(words.isDelegate("nobody")).isFalse();
        assertThat(words.bean("clock")).isInstanceOf(SmallContract.Calls.class);
        assertThat(words.contract()).isEqualTo(new SmallContract());
    }

    @Test
    void knowsEveryNameThatIsTaken() {
        assertThat(words.isTaken("hidden")).isTrue();
        assertThat(words.isTaken("free")).isFalse();
    }

    @Test
    void letsTheContractsOwnMethodsBeCalledWithTheirArguments() {
        assertThat(words.isCallable("clock", "at", 0)).isTrue();
        assertThat(words.isCallable("clock", "of", 2)).isTrue();
        assertThat(words.isCallable("clock", "of", 1)).isFalse();
        assertThat(words.isCallable("clock", "hashCode", 0)).isFalse();
        assertThat(words.isCallable("hidden", "at", 0)).isFalse();
    }
}
