package org.driftgate.adapter.book;

import java.time.LocalDate;
import java.util.List;

/** A whole checked book, one list for each CSV file. Every reference between the lists resolves. */
public record BookRows(
        List<SecurityRow> securities,
        List<SubstituteRow> substitutes,
        List<ModelRow> models,
        List<HouseholdRow> households,
        List<TaxUnitRow> taxUnits,
        List<AccountRow> accounts,
        List<LotRow> lots,
        List<TransactionRow> transactions,
        List<CashNeedRow> cashNeeds,
        List<RestrictionRow> restrictions,
        List<OpenOrderRow> openOrders) {

    public BookRows {
        securities = List.copyOf(securities);
        substitutes = List.copyOf(substitutes);
        models = List.copyOf(models);
        households = List.copyOf(households);
        taxUnits = List.copyOf(taxUnits);
        accounts = List.copyOf(accounts);
        lots = List.copyOf(lots);
        transactions = List.copyOf(transactions);
        cashNeeds = List.copyOf(cashNeeds);
        restrictions = List.copyOf(restrictions);
        openOrders = List.copyOf(openOrders);
    }

    /** The day at whose close every price of the book was taken. */
    public LocalDate asOf() {
        return securities.get(0).asOf();
    }
}
