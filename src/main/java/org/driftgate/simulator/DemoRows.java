package org.driftgate.simulator;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.LotRow;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TaxUnitRow;
import org.driftgate.adapter.book.TransactionRow;

/** The rows of the demo firm's book in the making. */
final class DemoRows {

    final List<HouseholdRow> households = new ArrayList<>();
    final List<TaxUnitRow> taxUnits = new ArrayList<>();
    final List<AccountRow> accounts = new ArrayList<>();
    final List<LotRow> lots = new ArrayList<>();
    final List<TransactionRow> transactions = new ArrayList<>();
    final List<CashNeedRow> cashNeeds = new ArrayList<>();
    final List<RestrictionRow> restrictions = new ArrayList<>();
    final List<OpenOrderRow> openOrders = new ArrayList<>();

    String nextLot() {
        return "L%05d".formatted(lots.size() + 1);
    }

    BookRows book(DemoMarket market) {
        return new BookRows(
                market.securities(),
                market.substitutes(),
                market.models(),
                households,
                taxUnits,
                accounts,
                lots,
                transactions,
                cashNeeds,
                restrictions,
                openOrders);
    }
}
