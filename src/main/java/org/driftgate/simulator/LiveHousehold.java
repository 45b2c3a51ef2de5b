package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TaxUnitRow;
import org.driftgate.adapter.book.TransactionRow;
import org.driftgate.simulator.WorldEvent.RestrictionLifted;
import org.jspecify.annotations.Nullable;

/** The changing part of one household beside its accounts. Guarded by its world. */
final class LiveHousehold {

    private static final int TRANSACTION_DAYS = 60;

    private final int id;
    private final HouseholdRow row;
    final List<TaxUnitRow> taxUnits = new ArrayList<>();
    final List<CashNeedRow> cashNeeds = new ArrayList<>();
    final List<RestrictionRow> restrictions = new ArrayList<>();
    final List<OpenOrderRow> openOrders = new ArrayList<>();
    final List<TransactionRow> transactions = new ArrayList<>();

    @Nullable String lifeEvent;

    @Nullable String unreconciled;

    LiveHousehold(int id, HouseholdRow row) {
        this.id = id;
        this.row = row;
    }

    HouseholdState state(LocalDate today) {
        LocalDate first = today.minusDays(TRANSACTION_DAYS);
        return new HouseholdState(
                id,
                row,
                lifeEvent,
                unreconciled,
                taxUnits,
                cashNeeds,
                restrictions,
                openOrders,
                transactions.stream().filter(t -> !t.date().isBefore(first)).toList());
    }

    void lift(RestrictionLifted lifted, @Nullable String bookAccount) {
        restrictions.removeIf(restriction -> Objects.equals(restriction.account(), bookAccount)
                && Objects.equals(restriction.symbol(), lifted.symbol())
                && restriction.kind().equals(lifted.kind()));
    }

    /** Adds gains of a sale to what its tax unit realised this year. */
    void realize(String taxUnit, BigDecimal shortGain, BigDecimal longGain) {
        taxUnits.replaceAll(unit -> unit.taxUnit().equals(taxUnit) ? plus(unit, shortGain, longGain) : unit);
    }

    private static TaxUnitRow plus(TaxUnitRow unit, BigDecimal shortGain, BigDecimal longGain) {
        return new TaxUnitRow(
                unit.taxUnit(),
                unit.household(),
                unit.filingStatus(),
                unit.longTermRate(),
                unit.shortTermRate(),
                unit.gainBudget(),
                unit.realizedShortYtd().add(shortGain),
                unit.realizedLongYtd().add(longGain),
                unit.carryforwardShort(),
                unit.carryforwardLong());
    }
}
