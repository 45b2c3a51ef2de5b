package org.driftgate.review;

import java.util.Locale;
import org.driftgate.shared.Money;

final class Dollars {

    private Dollars() {}

    static String of(Money money) {
        String amount = String.format(Locale.US, "$%,.2f", money.amount().abs());
        return money.isNegative() ? "-" + amount : amount;
    }
}
