package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Matches a loss sale with the purchases of the same or an identical security, in order of purchase (IRC §1091(b), Reg.
 * §1.1091-1(c) and (d)). The disallowed loss raises the basis of the replacement, except in a retirement account, where
 * it is gone (Rev. Rul. 2008-5). Money in dollars; the parts of a loss are rounded so that they add up.
 */
public record WashMatching(LossSale sale, List<Match> matches) {

    public static final int WINDOW_DAYS = 30;

    /** A sale of {@code quantity} shares with a result per share; a gain is never disallowed. */
    public record LossSale(LocalDate date, BigDecimal quantity, BigDecimal gain) {}

    /** Shares bought; {@code retirement} is an IRA or Roth, whoever in the household bought them. */
    public record Replacement(LocalDate date, BigDecimal quantity, BigDecimal cost, boolean retirement) {}

    /** How many of the bought shares replace sold ones and what loss that disallows. */
    public record Match(Replacement bought, BigDecimal quantity, BigDecimal disallowed) {

        /** What all the bought shares cost for tax from now on. */
        public BigDecimal basis() {
            return bought.retirement() ? bought.cost() : bought.cost().add(disallowed);
        }
    }

    public static WashMatching of(LossSale sale, List<Replacement> purchases) {
        List<Match> matches = new ArrayList<>();
        BigDecimal left = sale.quantity();
        BigDecimal loss = sale.gain().negate();
        BigDecimal before = BigDecimal.ZERO;
        List<Replacement> inOrder = purchases.stream()
                .filter(bought -> isInWindow(sale.date(), bought.date()))
                .sorted(Comparator.comparing(Replacement::date))
                .toList();
        for (Replacement bought : inOrder) {
            BigDecimal matched = left.min(bought.quantity());
            if (loss.signum() <= 0 || matched.signum() <= 0) break;
            left = left.subtract(matched);
            BigDecimal upToHere = share(loss, sale.quantity().subtract(left), sale.quantity());
            matches.add(new Match(bought, matched, upToHere.subtract(before)));
            before = upToHere;
        }
        return new WashMatching(sale, List.copyOf(matches));
    }

    /** The 61 days around the day of the sale. */
    public static boolean isInWindow(LocalDate sold, LocalDate bought) {
        return Math.abs(ChronoUnit.DAYS.between(sold, bought)) <= WINDOW_DAYS;
    }

    public BigDecimal disallowed() {
        return matches.stream().map(Match::disallowed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The loss, a positive amount, that still counts. */
    public BigDecimal allowed() {
        return sale.gain().negate().max(BigDecimal.ZERO).subtract(disallowed());
    }

    /** What of the disallowed loss no basis keeps. */
    public BigDecimal lostForGood() {
        return matches.stream()
                .filter(match -> match.bought().retirement())
                .map(Match::disallowed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The holding period of the sold shares is added to that of their replacement (IRC §1223(3)). */
    public static LocalDate tacked(LocalDate acquired, LocalDate sold, LocalDate replaced) {
        return replaced.minusDays(ChronoUnit.DAYS.between(acquired, sold));
    }

    private static BigDecimal share(BigDecimal loss, BigDecimal part, BigDecimal whole) {
        return loss.multiply(part).divide(whole, 2, RoundingMode.HALF_EVEN);
    }
}
