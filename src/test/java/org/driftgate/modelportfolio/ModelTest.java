package org.driftgate.modelportfolio;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void hasWeightsThatAddUpToOne() {
        var spy = new Symbol("SPY");
        var agg = new Symbol("AGG");

        assertThatNoException()
                .isThrownBy(() -> new Model("60/40", Map.of(spy, Weight.of("0.6"), agg, Weight.of("0.4"))));
        assertThatThrownBy(() -> new Model("60/30", Map.of(spy, Weight.of("0.6"), agg, Weight.of("0.3"))))
                .hasMessage("weights of model '60/30' add up to 0.90000000, not 1");
    }
}
