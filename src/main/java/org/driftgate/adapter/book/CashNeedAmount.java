package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.driftgate.rebalancing.RequiredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@code cash_needs.csv} asks for: its amount where it names one; else the distribution that the balance of
 * the 31 December before the year of {@code due} requires of the account's owner.
 */
final class CashNeedAmount {

    private static final MonthDay YEAR_END = MonthDay.of(12, 31);

    private CashNeedAmount() {}

    static BigDecimal of(Row need, Row account) {
        BigDecimal amount = need.numberOrNull("amount");
        if (amount != null) return amount;
        LocalDate birth = account.date("owner_birth_date");
        int year = need.date("due").getYear();
        return RequiredDistribution.amount(need.number("year_end_balance"), year - birth.getYear());
    }

    /** What stands in the way of the amount; nothing where it is named or can be computed. */
    static Optional<Problem> problem(Row need, @Nullable Row account, LocalDate asOf) {
        boolean distribution = need.text("kind").equals("rmd");
        boolean hasBalance = !need.text("year_end_balance").isEmpty();
        if (hasBalance && !distribution) return problem("year_end_balance", "rmd only", "belongs to a row of kind rmd");
        if (!need.text("amount").isEmpty()) return Optional.empty();
        if (!distribution) return problem("amount", "above zero", "must be above zero, not ''");
        if (!hasBalance) return problem("amount", "given or computed", "needs an amount or a year_end_balance");
        return account == null ? Optional.empty() : problemOfOwner(need, account, asOf);
    }

    private static Optional<Problem> problemOfOwner(Row need, Row account, LocalDate asOf) {
        int year = need.date("due").getYear();
        LocalDate balanceOf = YEAR_END.atYear(year - 1);
        if (balanceOf.isAfter(asOf))
            return problem("year_end_balance", "known", "is of %s, after the book's day %s".formatted(balanceOf, asOf));
        if (!account.text("registration").equals("ira")
                && !account.text("registration").equals("401k"))
            return problem("year_end_balance", "ira or 401k", "nothing is required of '%s'", account);
        LocalDate birth = account.dateOrNull("owner_birth_date");
        if (birth == null) return problem("year_end_balance", "birth date", "the owner of '%s' has none", account);
        if (RequiredDistribution.isRequired(birth.getYear(), year)) return Optional.empty();
        return problem(
                "year_end_balance",
                "age",
                "nothing is required in %d of an owner born in %d, before the age of %d"
                        .formatted(year, birth.getYear(), RequiredDistribution.applicableAge(birth.getYear())));
    }

    private static Optional<Problem> problem(String column, String rule, String sentence, Row account) {
        return problem(column, rule, sentence.formatted(account.text("account")));
    }

    private static Optional<Problem> problem(String column, String rule, String sentence) {
        return Optional.of(new Problem(column, rule, sentence));
    }

    record Problem(String column, String rule, String sentence) {}
}
