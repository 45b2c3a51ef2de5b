package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.LotRow;
import org.driftgate.shared.Side;
import org.driftgate.simulator.AccountState.PositionState;
import org.driftgate.simulator.WorldEvent.Filled;
import org.driftgate.simulator.WorldEvent.LotTaken;

/** The changing part of one account. Guarded by its world. */
final class LiveAccount {

    private final int id;
    private final String number;
    private final AccountRow row;
    private final Map<String, List<HeldLot>> lots = new TreeMap<>();
    private final Map<String, BigDecimal> misreported = new HashMap<>();
    private final List<Proceeds> unsettled = new ArrayList<>();
    private String status;
    private BigDecimal cash;
    private BigDecimal settled;

    private record Proceeds(LocalDate settles, BigDecimal amount) {}

    LiveAccount(int id, String number, AccountRow row, List<LotRow> held) {
        this.id = id;
        this.number = number;
        this.row = row;
        this.status = row.status();
        this.cash = row.cash();
        this.settled = row.settledCash();
        for (LotRow lot : held)
            keep(new HeldLot(lot.lot(), lot.symbol(), lot.quantity(), lot.unitCost(), lot.acquired()));
    }

    AccountRow row() {
        return row;
    }

    /** What was relieved of each lot; nothing for a buy. */
    List<HeldLot> apply(Filled fill) {
        BigDecimal amount = fill.quantity().multiply(fill.price());
        if (fill.side() == Side.BUY) {
            cash = cash.subtract(amount);
            settled = settled.subtract(amount);
            String lot = "N" + fill.execution();
            keep(new HeldLot(lot, fill.symbol(), fill.quantity(), fill.price(), fill.tradeDate()));
            return List.of();
        }
        List<HeldLot> relieved = relieve(fill.symbol(), takings(fill));
        cash = cash.add(amount);
        unsettled.add(new Proceeds(fill.settlementDate(), amount));
        return relieved;
    }

    void moveCash(BigDecimal amount) {
        cash = cash.add(amount);
        settled = settled.add(amount);
    }

    void status(String next) {
        status = next;
    }

    void misreport(String symbol, BigDecimal difference) {
        misreported.put(symbol, difference);
    }

    AccountState state(LocalDate today) {
        List<PositionState> positions = new ArrayList<>();
        lots.forEach((symbol, held) -> positions.add(new PositionState(symbol, reported(symbol, held), held)));
        return new AccountState(id, number, row, status, cash, settledOn(today), positions);
    }

    private BigDecimal reported(String symbol, List<HeldLot> held) {
        return total(held).add(misreported.getOrDefault(symbol, BigDecimal.ZERO));
    }

    /** Never more than the cash, and never negative while there is cash: purchases may wait for proceeds. */
    private BigDecimal settledOn(LocalDate today) {
        BigDecimal sum = settled;
        for (Proceeds proceeds : unsettled) if (!proceeds.settles().isAfter(today)) sum = sum.add(proceeds.amount());
        return sum.max(BigDecimal.ZERO).min(cash);
    }

    private List<LotTaken> takings(Filled fill) {
        if (!fill.lots().isEmpty()) return named(fill);
        List<HeldLot> oldestFirst = new ArrayList<>(lots.getOrDefault(fill.symbol(), List.of()));
        oldestFirst.sort(Comparator.comparing(HeldLot::acquired));
        List<LotTaken> takings = new ArrayList<>();
        BigDecimal open = fill.quantity();
        for (HeldLot lot : oldestFirst) {
            BigDecimal taken = lot.quantity().min(open);
            if (taken.signum() > 0) takings.add(new LotTaken(lot.id(), taken));
            open = open.subtract(taken);
        }
        if (open.signum() > 0)
            throw new IllegalArgumentException(
                    "account %s holds %s fewer %s than sold".formatted(number, open, fill.symbol()));
        return takings;
    }

    private static List<LotTaken> named(Filled fill) {
        BigDecimal sum = fill.lots().stream().map(LotTaken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(fill.quantity()) != 0)
            throw new IllegalArgumentException("lots of %s add up to %s".formatted(fill, sum));
        return fill.lots();
    }

    private List<HeldLot> relieve(String symbol, List<LotTaken> takings) {
        Map<String, HeldLot> byId = new LinkedHashMap<>();
        lots.getOrDefault(symbol, List.of()).forEach(lot -> byId.put(lot.id(), lot));
        List<HeldLot> relieved = new ArrayList<>();
        for (LotTaken taking : takings) {
            HeldLot lot = byId.get(taking.lot());
            if (lot == null) throw new IllegalArgumentException("account %s has no lot %s".formatted(number, taking));
            byId.put(lot.id(), lot.less(taking.quantity()));
            relieved.add(new HeldLot(lot.id(), symbol, taking.quantity(), lot.unitCost(), lot.acquired()));
        }
        byId.values().removeIf(lot -> lot.quantity().signum() == 0);
        if (byId.isEmpty()) lots.remove(symbol);
        else lots.put(symbol, new ArrayList<>(byId.values()));
        return relieved;
    }

    private void keep(HeldLot lot) {
        lots.computeIfAbsent(lot.symbol(), none -> new ArrayList<>()).add(lot);
    }

    private static BigDecimal total(List<HeldLot> held) {
        return held.stream().map(HeldLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
