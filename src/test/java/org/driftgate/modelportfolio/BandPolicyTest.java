package org.driftgate.modelportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Weight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandPolicyTest {

    private static final BandPolicy POLICY = new BandPolicy(
            ToleranceBand.of("5 points"),
            Map.of(new AssetClass("US Bond"), ToleranceBand.of("4 points")),
            Map.of(
                    new HouseholdId("WITH_BAND"),
                    new BandPolicy.HouseholdBands(
                            ToleranceBand.of("3 points"),
                            Map.of(new AssetClass("US Equity"), ToleranceBand.of("1 points"))),
                    new HouseholdId("WITH_CLASS"),
                    new BandPolicy.HouseholdBands(
                            null, Map.of(new AssetClass("US Equity"), ToleranceBand.of("6 points")))),
            Map.of(
                    new AccountId("NARROW"), ToleranceBand.of("2 points"),
                    new AccountId("WIDE"), ToleranceBand.of("8 points")));

    @ParameterizedTest
    @CsvSource({
        "OTHER, PLAIN, US Equity, 5, the firm's",
        "OTHER, PLAIN, US Bond, 4, the firm's for the class",
        "WITH_BAND, PLAIN, US Bond, 3, the household's before the firm's for the class",
        "WITH_BAND, PLAIN, US Equity, 1, the household's for the class before its own",
        "WITH_BAND, NARROW, US Bond, 3, the household's before its account's",
        "WITH_CLASS, PLAIN, US Equity, 6, the household's for the class",
        "WITH_CLASS, PLAIN, US Bond, 4, the firm's where the household has none",
        "OTHER, WIDE NARROW, US Equity, 2, the narrowest of the accounts",
        "OTHER, WIDE, US Bond, 8, the account's before the firm's for the class"
    })
    void letsTheMostParticularBandWin(
            String household, String accounts, String assetClass, String points, String because) {
        List<AccountId> members =
                java.util.Arrays.stream(accounts.split(" ")).map(AccountId::new).toList();

        ToleranceBand band =
                POLICY.band(new HouseholdId(household), members, new AssetClass(assetClass), Weight.of("0.4"));

        assertThat(band.halfWidth(Weight.of("0.4"))).as(because).isEqualTo(Weight.percent(points));
    }
}
