package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.simulator.AccountState.PositionState;

/** Every tax lot of a portfolio, as Eclipse's RankedTaxLots. */
final class EclipseLots {

    private final World world;

    EclipseLots(World world) {
        this.world = world;
    }

    List<Map<String, Object>> of(HouseholdState household) {
        Map<String, BigDecimal> prices = world.prices();
        LocalDate today = world.time().today();
        Instant priceDate = world.pricedAt();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AccountState account : world.accountsOf(household.row().household()))
            for (PositionState position : account.positions())
                for (HeldLot lot : position.lots())
                    rows.add(row(account, lot, prices.getOrDefault(lot.symbol(), BigDecimal.ZERO), today)
                            .and("priceDate", priceDate)
                            .and("rank", rows.size() + 1)
                            .map());
        return rows;
    }

    private static Fields row(AccountState account, HeldLot lot, BigDecimal price, LocalDate today) {
        BigDecimal gain = cents(lot.quantity().multiply(price.subtract(lot.unitCost())));
        boolean longTerm = lot.isLongTerm(today);
        return Fields.with("taxLotId", lot.id())
                .and("accountNumber", account.number())
                .and("accountId", account.id())
                .and("custodian", account.row().custodian())
                .and("taxableType", OrionAccounts.isTaxable(account.row()) ? "Taxable" : "TaxDeferred")
                .and("symbol", lot.symbol())
                .and("dateAcquired", lot.acquired() + "T00:00:00Z")
                .and("quantity", lot.quantity())
                .and("costAmount", cents(lot.cost()))
                .and("costPerShare", lot.unitCost())
                .and("marketValue", cents(lot.quantity().multiply(price)))
                .and("securityPrice", price)
                .and("isLongTerm", longTerm)
                .and("stUnrealizedGainLoss", longTerm ? BigDecimal.ZERO : gain)
                .and("ltUnrealizedGainLoss", longTerm ? gain : BigDecimal.ZERO)
                .and("unrealizedGainLoss", gain)
                .and("isCash", false)
                .and("isSettled", true);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
