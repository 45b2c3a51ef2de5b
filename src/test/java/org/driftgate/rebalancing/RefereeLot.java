package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** What a dollar sold of one lot costs beside trading, from the request alone. */
final class RefereeLot {

    private static final double FROZEN = 480;
    private static final int WINDOW_DAYS = 30;

    private final RebalancingRequest request;
    private final RefereeTerms terms;
    private final TradedAccount account;
    private final TaxLot lot;
    private final WashChoice choice;
    private final TaxPosition unit;
    private final double dollars;

    RefereeLot(RebalancingRequest request, RefereeTerms terms, TradedAccount account, TaxLot lot, double dollars) {
        this.request = request;
        this.terms = terms;
        this.account = account;
        this.lot = lot;
        this.dollars = dollars;
        choice = terms.choice(lot.symbol());
        unit = request.taxUnits().stream()
                .filter(row -> row.id().equals(account.taxUnit()))
                .findFirst()
                .orElseThrow();
    }

    private double gain() {
        return lot.basis() == null ? 1 : 1 - lot.basis().doubleValue() / dollars;
    }

    private boolean isLoss() {
        return lot.basis() == null || lot.basis().doubleValue() > dollars;
    }

    private boolean isFrozen() {
        return isLoss() && (choice == WashChoice.BUY || choice == WashChoice.REST);
    }

    /** Bought lately, where all of that is sold. */
    boolean mustGo() {
        return choice == WashChoice.CLEAR
                && !lot.acquired().isBefore(request.asOf().minusDays(WINDOW_DAYS));
    }

    boolean isBanned() {
        return request.policy().nearLongTerm() == RebalancingPolicy.NearLongTerm.BAN
                && account.taxable()
                && gain() > 0
                && !isLong()
                && daysToLong() <= request.policy().banDays();
    }

    /** What counts against the budget. */
    double counted() {
        boolean nothing = request.policy().budget() == RebalancingPolicy.Budget.GROSS || isFrozen();
        return nothing ? Math.max(0, gain()) : gain();
    }

    double key(double fee) {
        if (!account.taxable()) return fee;
        double plain = fee + tax() + waiting() + terms.budgetPrice().get(unit.id()) * countedWhenFree();
        return isFrozen() ? Math.max(0, plain) + FROZEN : plain;
    }

    private double countedWhenFree() {
        boolean gross = request.policy().budget() == RebalancingPolicy.Budget.GROSS;
        return gross ? Math.max(0, gain()) : gain();
    }

    private double tax() {
        var prices = isLong() ? terms.longPrice() : terms.shortPrice();
        return isIgnored() ? 0 : prices.get(unit.id()) * gain();
    }

    /** A loss below a threshold. */
    private boolean isIgnored() {
        double loss = -gain() * dollars;
        return loss > 0
                && (loss < request.policy().harvestDollars().doubleValue()
                        || loss < request.policy().harvestPercent().doubleValue() * (dollars + loss));
    }

    /** What netted tax counts of a dollar sold at an edge of a region: no loss that is disallowed or ignored. */
    double netted(RefereeRegion.Edge edge) {
        boolean nothing = gain() < 0 && (isFrozen() || isIgnored());
        return nothing ? 0 : gain() * (isLong() ? edge.longWeight() : edge.shortWeight());
    }

    private double waiting() {
        boolean priced = request.policy().nearLongTerm() == RebalancingPolicy.NearLongTerm.PRICE;
        if (!priced || isLong() || gain() <= 0) return 0;
        double rate = unit.shortRate().doubleValue();
        double saved = (rate - unit.longRate().doubleValue()) * gain();
        return Math.max(0, Math.min(1, saved * 365 / daysToLong()) - rate * gain());
    }

    private boolean isLong() {
        return daysToLong() <= 0;
    }

    /** Long-term is more than a year: from the day after the anniversary; one on a month's last day ends with a month. */
    private long daysToLong() {
        LocalDate anniversary = lot.acquired().plusYears(1);
        boolean endsMonth = lot.acquired().getDayOfMonth() == lot.acquired().lengthOfMonth();
        if (endsMonth) anniversary = YearMonth.from(anniversary).atEndOfMonth();
        return ChronoUnit.DAYS.between(request.asOf(), anniversary.plusDays(1));
    }
}
