package org.driftgate.household;

import java.util.List;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.SnapshotId;

/** The tables of one snapshot while they fill, in the order in which their foreign keys allow them to be sent. */
final class SnapshotRows {

    private final SnapshotId snapshot;
    private final CopyTable securities =
            new CopyTable("snapshot_security", "snapshot_id, symbol, name, asset_class, kind, price, priced_at");
    private final CopyTable targets = new CopyTable("snapshot_model_target", "snapshot_id, model, symbol, weight");
    private final CopyTable substitutes =
            new CopyTable("snapshot_substitute", "snapshot_id, n, symbol, substitute, identical");
    private final CopyTable households = new CopyTable(
            "snapshot_household",
            "snapshot_id, household_id, n, name, adviser_id, adviser_email, model, approval_mode, life_event,"
                    + " unreconciled");
    private final CopyTable recipients =
            new CopyTable("snapshot_recipient", "snapshot_id, household_id, n, name, email");
    private final CopyTable taxUnits = new CopyTable(
            "snapshot_tax_unit",
            "snapshot_id, household_id, n, tax_unit_id, filing_status, long_term_rate, short_term_rate, gain_budget,"
                    + " realized_short_ytd, realized_long_ytd, carryforward_short, carryforward_long");
    private final CopyTable accounts = new CopyTable(
            "snapshot_account",
            "snapshot_id, household_id, n, account_id, tax_unit_id, owner, owner_birth_date, registration,"
                    + " custodian, status, discretionary, held_away, cash, settled_cash");
    private final CopyTable positions =
            new CopyTable("snapshot_position", "snapshot_id, household_id, account_id, n, symbol, quantity");
    private final CopyTable lots = new CopyTable(
            "snapshot_lot",
            "snapshot_id, household_id, account_id, position, n, lot_id, symbol, quantity, unit_cost, acquired");
    private final CopyTable needs =
            new CopyTable("snapshot_cash_need", "snapshot_id, household_id, n, account_id, kind, amount, due");
    private final CopyTable restrictions =
            new CopyTable("snapshot_restriction", "snapshot_id, household_id, n, account_id, symbol, kind, reason");
    private final CopyTable trades = new CopyTable(
            "snapshot_recent_trade", "snapshot_id, household_id, n, account_id, traded, symbol, side, quantity, price");
    private final CopyTable orders = new CopyTable(
            "snapshot_open_order", "snapshot_id, household_id, n, account_id, symbol, side, quantity, entered");

    SnapshotRows(SnapshotId snapshot) {
        this.snapshot = snapshot;
    }

    List<CopyTable> of(Book book) {
        addMarket(book);
        for (int n = 0; n < book.households().size(); n++)
            addHousehold(n, book.households().get(n));
        return List.of(
                securities,
                targets,
                substitutes,
                households,
                recipients,
                taxUnits,
                accounts,
                positions,
                lots,
                needs,
                restrictions,
                trades,
                orders);
    }

    private void addMarket(Book book) {
        for (Security s : book.securities().values())
            securities.add(snapshot, s.symbol(), s.name(), s.assetClass(), s.kind(), s.price(), s.pricedAt());
        for (Model model : book.models().values())
            model.targets().forEach((symbol, weight) -> targets.add(snapshot, model.name(), symbol, weight.value()));
        for (int n = 0; n < book.substitutes().size(); n++) {
            Book.Substitute pair = book.substitutes().get(n);
            substitutes.add(snapshot, n, pair.symbol(), pair.substitute(), pair.substantiallyIdentical());
        }
    }

    private void addHousehold(int number, Household h) {
        households.add(
                snapshot,
                h.id(),
                number,
                h.name(),
                h.adviser(),
                h.adviserEmail(),
                h.model(),
                h.approvalMode(),
                h.lifeEvent(),
                h.unreconciled());
        for (int n = 0; n < h.recipients().size(); n++)
            recipients.add(
                    snapshot,
                    h.id(),
                    n,
                    h.recipients().get(n).name(),
                    h.recipients().get(n).email());
        for (int n = 0; n < h.taxUnits().size(); n++)
            addTaxUnit(h, n, h.taxUnits().get(n));
        for (int n = 0; n < h.accounts().size(); n++)
            addAccount(h, n, h.accounts().get(n));
        addCircumstances(h);
    }

    private void addTaxUnit(Household h, int n, TaxUnit unit) {
        taxUnits.add(
                snapshot,
                h.id(),
                n,
                unit.id(),
                unit.filingStatus(),
                unit.longTermRate(),
                unit.shortTermRate(),
                unit.gainBudget(),
                unit.realizedShortYtd(),
                unit.realizedLongYtd(),
                unit.carryforwardShort(),
                unit.carryforwardLong());
    }

    private void addAccount(Household h, int number, Account a) {
        accounts.add(
                snapshot,
                h.id(),
                number,
                a.id(),
                a.taxUnit(),
                a.owner(),
                a.ownerBirthDate(),
                a.registration(),
                a.custodian(),
                a.status(),
                a.discretionary(),
                a.heldAway(),
                a.cash(),
                a.settledCash());
        for (int n = 0; n < a.positions().size(); n++)
            addPosition(h, a.id(), n, a.positions().get(n));
    }

    private void addPosition(Household h, AccountId account, int number, Position position) {
        positions.add(snapshot, h.id(), account, number, position.symbol(), position.quantity());
        for (int n = 0; n < position.lots().size(); n++) {
            Lot lot = position.lots().get(n);
            lots.add(
                    snapshot,
                    h.id(),
                    account,
                    number,
                    n,
                    lot.id(),
                    lot.symbol(),
                    lot.quantity(),
                    lot.unitCost(),
                    lot.acquired());
        }
    }

    private void addCircumstances(Household h) {
        int n = 0;
        for (CashNeed need : h.cashNeeds())
            needs.add(snapshot, h.id(), n++, need.account(), need.kind(), need.amount(), need.due());
        n = 0;
        for (Restriction r : h.restrictions())
            restrictions.add(snapshot, h.id(), n++, r.account(), r.symbol(), r.kind(), r.reason());
        n = 0;
        for (RecentTrade t : h.recentTrades())
            trades.add(snapshot, h.id(), n++, t.account(), t.date(), t.symbol(), t.side(), t.quantity(), t.price());
        n = 0;
        for (OpenOrder o : h.openOrders())
            orders.add(snapshot, h.id(), n++, o.account(), o.symbol(), o.side(), o.quantity(), o.entered());
    }
}
