package org.driftgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;

/** Households with far too much SPY, and proposals whose sales pay for their buys inside each account; from a seed. */
public final class GeneratedProposals {

    private final Random random;

    public GeneratedProposals(long seed) {
        random = new Random(seed);
        System.getLogger(GeneratedProposals.class.getName())
                .log(System.Logger.Level.INFO, "generated proposals from seed {0}", seed);
    }

    public Household household() {
        var accounts = new ArrayList<Account>();
        for (int a = 1; a <= 1 + random.nextInt(3); a++) accounts.add(account("H1-A" + a));
        return ReviewFixtures.withAccounts(accounts.toArray(Account[]::new));
    }

    public List<Trade> trades(Household household) {
        var trades = new ArrayList<Trade>();
        for (Account account : household.accounts()) {
            int sold = 20 + random.nextInt(80);
            trades.add(ReviewFixtures.sell(trades.size() + 1, account.id(), "SPY", sold, lots(account, sold)));
            int affordable = (int) ((account.cash().amount().doubleValue() + 100 * sold) / 100.5);
            trades.add(ReviewFixtures.buy(trades.size() + 1, account.id(), "AGG", affordable - random.nextInt(5)));
        }
        return trades;
    }

    public Random random() {
        return random;
    }

    private Account account(String id) {
        var lots = new ArrayList<Lot>();
        for (int n = 0; n < 2 + random.nextInt(4); n++)
            lots.add(ReviewFixtures.lot(
                    id + "-L" + n,
                    "SPY",
                    (60 + random.nextInt(100)) + "." + random.nextInt(10_000),
                    String.valueOf(20 + random.nextInt(130)),
                    "20%02d-0%d-1%d".formatted(18 + random.nextInt(9), 1 + random.nextInt(9), random.nextInt(9))));
        return ReviewFixtures.account(
                new AccountId(id),
                random.nextBoolean() ? Registration.TAXABLE : Registration.IRA,
                AccountStatus.ACTIVE,
                true,
                String.valueOf(random.nextInt(900)),
                ReviewFixtures.position("SPY", lots.toArray(Lot[]::new)));
    }

    private static LotSale[] lots(Account account, int sold) {
        var parts = new ArrayList<LotSale>();
        Quantity left = Quantity.shares(sold);
        for (Position position : account.positions()) {
            if (!position.symbol().equals(new Symbol("SPY"))) continue;
            for (Lot lot : position.lots()) {
                Quantity part = lot.quantity().min(left);
                if (!part.isZero()) parts.add(new LotSale(lot.id(), part));
                left = left.minus(part);
            }
        }
        return parts.toArray(LotSale[]::new);
    }
}
