package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loss that a wash sale disallows lowers no tax that a person is shown (IRC §1091(a)). */
class WashedLossesTest {

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    /** All 20,000 must go: the gain of 10,000 and a loss of 4,000. */
    @BeforeEach
    void sellsAGainAndALoss() {
        paper.account("TAX", true, "0", "20000", "0")
                .lot("TAX", "gain", "GAINER", "10000", "1")
                .lot("TAX", "loss", "LOSER", "10000", "-0.4")
                .account("IRA", false, "0", "0", "0")
                .security("GAINER", "EQ")
                .security("LOSER", "EQ")
                .assetClass("EQ", "0", "1", "0.15");
    }

    @Test
    void countsALossThatNothingReplaces() {
        expect("0", "6000.00", "1428.00");
    }

    @Test
    void disallowsTheLossOnAsManySharesAsWereBoughtLately() {
        paper.lot("IRA", "new", "LOSER", "2500", "0", HouseholdOnPaper.DAY.minusDays(12), "set aside");
        expect("1000.00", "7000.00", "1666.00");
    }

    @Test
    void disallowsAllWhereNobodyKnowsHowMuchWasBought() {
        paper.wash = new WashHistory(Set.of("LOSER"), Set.of(), List.of());
        expect("4000.00", "10000.00", "2380.00");
    }

    private void expect(String disallowed, String realized, String tax) {
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.lotSales())
                .filteredOn(sale -> sale.lot().equals("loss"))
                .singleElement()
                .satisfies(sale -> assertThat(sale.disallowed()).isEqualByComparingTo(disallowed));
        assertThat(answer.realizedGain()).isEqualByComparingTo(new BigDecimal(realized));
        assertThat(answer.nettedTax()).isEqualByComparingTo(tax);
    }
}
