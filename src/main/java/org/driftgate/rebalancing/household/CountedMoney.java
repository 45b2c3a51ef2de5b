package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Security;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.Money;

/** Amounts too large to be counted to the cent in binary numbers, of which sums stay exact below 2^53 cents. */
final class CountedMoney {

    private static final Money MOST = Money.usd("100000000000");

    private final Book market;
    private final List<String> found = new ArrayList<>();
    private Money value = Money.ZERO;

    private CountedMoney(Book market) {
        this.market = market;
    }

    /** A sentence for each amount that is out of range. */
    static List<String> tooLarge(Household household, Book market) {
        var counted = new CountedMoney(market);
        household.taxUnits().forEach(counted::checkTaxUnit);
        household.accounts().forEach(counted::checkAccount);
        for (CashNeed need : household.cashNeeds())
            counted.check("the cash need of account " + need.account(), need.amount());
        if (counted.found.isEmpty()) counted.check("the value of the household", counted.value);
        return counted.found;
    }

    private void checkTaxUnit(TaxUnit unit) {
        String of = " of tax unit " + unit.id();
        check("what is realized short-term" + of, unit.realizedShortYtd());
        check("what is realized long-term" + of, unit.realizedLongYtd());
        check("what is carried short-term" + of, unit.carryforwardShort());
        check("what is carried long-term" + of, unit.carryforwardLong());
    }

    private void checkAccount(Account account) {
        check("the cash of account " + account.id(), account.cash());
        value = value.plus(account.cash());
        for (Position position : account.positions()) {
            Security security = market.securities().get(position.symbol());
            Money worth = security == null ? Money.ZERO : position.quantity().at(security.price());
            check("the value of %s in account %s".formatted(position.symbol(), account.id()), worth);
            value = value.plus(worth);
            for (Lot lot : position.lots())
                check("the cost of lot " + lot.id(), lot.quantity().at(lot.unitCost()));
        }
    }

    private void check(String what, Money amount) {
        BigDecimal dollars = amount.amount().abs();
        if (dollars.compareTo(MOST.amount()) <= 0) return;
        found.add(String.format(
                Locale.ROOT, "TOO_LARGE: %s is $%,.2f, the most is $%,.0f", what, dollars, MOST.amount()));
    }
}
