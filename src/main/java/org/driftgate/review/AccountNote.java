package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftgate.household.Account;
import org.driftgate.household.CashNeed;

/** What a reviewer should know of an account beside its value: cash, what is due from it or expected, who decides. */
final class AccountNote {

    private AccountNote() {}

    static String of(Account account, Assessment assessment) {
        List<String> said = new ArrayList<>();
        said.add("cash " + Dollars.of(account.cash()));
        assessment.household().cashNeeds().stream()
                .filter(need -> need.account().equals(account.id()))
                .map(AccountNote::due)
                .forEach(said::add);
        if (assessment.trades().stream().noneMatch(trade -> trade.account().equals(account.id())))
            said.add("not traded");
        if (!account.discretionary()) said.add("without discretion: client consent needed");
        return String.join(", ", said);
    }

    private static String due(CashNeed need) {
        String kind = switch (need.kind()) {
            case WITHDRAWAL -> "withdrawal";
            case RMD -> "required distribution";
            case CONTRIBUTION -> "expected contribution";
        };
        return String.format(Locale.US, "%s of %s on %s", kind, Dollars.of(need.amount()), need.due());
    }
}
