package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.notification.Letters.IRA;
import static org.driftgate.notification.Letters.TAXABLE;
import static org.driftgate.notification.Letters.order;

import java.util.List;
import java.util.Set;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

class ClientNoticeWordsTest {

    private static final ExecutedTrades HARVEST = new ExecutedTrades(
            List.of(),
            List.of(
                    order(1, TAXABLE, Side.SELL, "VTI", "20", "20", "300.10"),
                    order(2, TAXABLE, Side.BUY, "BND", "70", "70", "75.25")));

    private static final ExecutedTrades MOVED = new ExecutedTrades(
            List.of(),
            List.of(
                    order(1, TAXABLE, Side.SELL, "VTI", "20", "20", "300.10"),
                    order(2, IRA, Side.BUY, "VTI", "19", "19", "300.10")));

    @Test
    void asksNotToBuyBackWhatWasSoldAtALoss() {
        assertThat(notice(HARVEST, Set.of(new Symbol("VTI"))).taxSentence())
                .contains("(VTI) were sold at a loss")
                .contains("do not buy it again before December 21, 2026, in any account of your household");
        assertThat(notice(HARVEST, Set.of()).taxSentence()).doesNotContain("loss, which");
    }

    @Test
    void doesNotAskForWhatTheFirmItselfDoesNotKeep() {
        assertThat(notice(MOVED, Set.of(new Symbol("VTI"))).taxSentence()).doesNotContain("do not buy");
    }

    @Test
    void saysThatASecurityMovedToAnotherAccount() {
        assertThat(notice(MOVED, Set.of()).trades())
                .satisfiesExactly(
                        sold -> assertThat(sold).startsWith("Sold 20 shares").endsWith("in all"),
                        bought -> assertThat(bought)
                                .startsWith("Bought 19 shares")
                                .endsWith("in all, in another account than it was sold in"));
        assertThat(notice(HARVEST, Set.of()).trades()).noneMatch(trade -> trade.contains("another account"));
    }

    private static ClientNotice notice(ExecutedTrades trades, Set<Symbol> soldAtALoss) {
        var facts = Letters.facts(Letters.CASE, List.of(), trades, soldAtALoss);
        return new ComposeClientNotice(GoldenLetterTest.correspondence()).compose(facts, "Ana Calder");
    }
}
