package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

class BlotterTest {

    private static final String GOLDEN = """
            10000001,SELL,25,VTI
            10000002,BUY,100,BRK.B
            """;

    @Test
    void writesTheSimpleLayoutAndReadsItBack() {
        Blotter blotter =
                Blotter.of(List.of(order("10000001", Side.SELL, 25, "VTI"), order("10000002", Side.BUY, 100, "BRK.B")));

        assertThat(blotter.write()).isEqualTo(GOLDEN);
        assertThat(Blotter.read(GOLDEN)).isEqualTo(blotter);
    }

    @Test
    void refusesAnythingThatTheImportWouldDropSilently() {
        for (String malformed : List.of(
                "10000001,SELL,25\n",
                "10000001,SELL,25,VTI,X\n",
                "10000001,SHORT,25,VTI\n",
                "10000001,SELL,2.5,VTI\n",
                "10000001,SELL,0,VTI\n",
                "10000001,SELL,-25,VTI\n",
                "10000001,SELL,25,vti\n",
                "10000001,SELL,25,V\"TI\n",
                "10000001,SELL,25,VTI"))
            assertThatThrownBy(() -> Blotter.read(malformed))
                    .as(malformed)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWriteWhatItCannotReadBack() {
        Blotter fraction = new Blotter(List.of(
                new Blotter.Row(new AccountId("10000001"), Side.BUY, Quantity.shares("1.5"), new Symbol("VTI"))));

        assertThatThrownBy(fraction::write).hasMessageContaining("quantity 1.5");
    }

    private static CustodyOrder order(String account, Side side, long shares, String symbol) {
        return new CustodyOrder(
                OrderId.random(),
                new AccountId(account),
                side,
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of("10"),
                List.of());
    }
}
