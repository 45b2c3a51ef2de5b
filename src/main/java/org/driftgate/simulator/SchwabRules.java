package org.driftgate.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;

/** What the custodian refuses before an order is placed. One instance judges one request, whose items share the cash. */
final class SchwabRules {

    private final World world;
    private final SchwabMarket market;
    private final Map<String, BigDecimal> spent = new HashMap<>();
    /** Cash held for orders of earlier requests; those of this one are counted as they come. */
    private final Map<String, BigDecimal> heldBefore = new HashMap<>();

    SchwabRules(World world, SchwabMarket market) {
        this.world = world;
        this.market = market;
    }

    List<SchwabFinding> findings(SchwabItem item) {
        var found = world.account(item.account());
        if (found.isEmpty()) return List.of(new SchwabFinding("AC01", "Account %s unknown".formatted(item.account())));
        AccountState account = found.get();
        var findings = new ArrayList<SchwabFinding>();
        if (!account.row().custodian().equals("schwab"))
            findings.add(new SchwabFinding("AC02", "Account %s is not held here".formatted(item.account())));
        if (!account.isActive()) findings.add(new SchwabFinding("AC03", "Account is restricted: " + account.status()));
        if (!world.prices().containsKey(item.symbol()))
            findings.add(new SchwabFinding("SY01", "Symbol %s unknown".formatted(item.symbol())));
        if (item.quantity().signum() <= 0) findings.add(new SchwabFinding("QT01", "Quantity must be above zero"));
        if (!market.takesOrders()) findings.add(new SchwabFinding("MK01", "Day order after the close"));
        if (item.side() == Side.BUY) buy(item, account, findings);
        else sell(item, account, findings);
        return findings;
    }

    private void buy(SchwabItem item, AccountState account, List<SchwabFinding> findings) {
        BigDecimal ahead = spent.merge(item.account(), item.cost(), BigDecimal::add);
        BigDecimal before = heldBefore.computeIfAbsent(item.account(), market::held);
        BigDecimal missing = ahead.add(before).subtract(account.cash());
        if (missing.signum() <= 0) return;
        spent.merge(item.account(), item.cost().negate(), BigDecimal::add);
        findings.add(new SchwabFinding("FD01", "Insufficient funds: $%s short".formatted(missing.toPlainString())));
    }

    private void sell(SchwabItem item, AccountState account, List<SchwabFinding> findings) {
        if (!item.hasTaxLot())
            findings.add(new SchwabFinding("TL01", "Tax information is required when Transaction Type is Sell"));
        var position = account.positions().stream()
                .filter(one -> one.symbol().equals(item.symbol()))
                .findFirst();
        if (position.isEmpty()) {
            findings.add(new SchwabFinding("SH01", "No position in " + item.symbol()));
            return;
        }
        BigDecimal held = position.get().lots().stream()
                .map(HeldLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(market.selling(item.account(), item.symbol()));
        if (held.compareTo(item.quantity()) < 0)
            findings.add(new SchwabFinding("SH02", "Only %s shares can be sold".formatted(held.toPlainString())));
        for (LotTaken lot : item.lots()) lot(lot, position.get(), findings);
        lotSum(item, findings);
    }

    private static void lot(LotTaken lot, AccountState.PositionState position, List<SchwabFinding> findings) {
        boolean held = position.lots().stream()
                .anyMatch(one -> one.id().equals(lot.lot()) && one.quantity().compareTo(lot.quantity()) >= 0);
        if (!held)
            findings.add(new SchwabFinding("TL02", "Lot %s does not hold %s".formatted(lot.lot(), lot.quantity())));
    }

    private static void lotSum(SchwabItem item, List<SchwabFinding> findings) {
        BigDecimal sum = item.lots().stream().map(LotTaken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!item.lots().isEmpty() && sum.compareTo(item.quantity()) != 0)
            findings.add(new SchwabFinding("TL03", "Lots add up to %s, not %s".formatted(sum, item.quantity())));
    }
}
