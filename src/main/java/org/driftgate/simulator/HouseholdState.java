package org.driftgate.simulator;

import java.util.List;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TaxUnitRow;
import org.driftgate.adapter.book.TransactionRow;
import org.jspecify.annotations.Nullable;

/** A household now. Its rows name accounts by the book's id, not by custody number. */
record HouseholdState(
        int id,
        HouseholdRow row,
        @Nullable String lifeEvent,
        @Nullable String unreconciled,
        List<TaxUnitRow> taxUnits,
        List<CashNeedRow> cashNeeds,
        List<RestrictionRow> restrictions,
        List<OpenOrderRow> openOrders,
        List<TransactionRow> transactions) {

    HouseholdState {
        taxUnits = List.copyOf(taxUnits);
        cashNeeds = List.copyOf(cashNeeds);
        restrictions = List.copyOf(restrictions);
        openOrders = List.copyOf(openOrders);
        transactions = List.copyOf(transactions);
    }
}
