package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cash calls due inside the horizon in order of their ids, money in cents. Sources that cannot be traded pay nothing;
 * of two that cost the same the smaller account pays first.
 */
final class CallBook {

    private static final double PREFERENCE = 1e-6;

    final List<CashCall> call;
    final double[] amount;
    /** The receiving account, -1 when the money leaves. */
    final int[] into;
    /** The sources of call c are those from start[c] up to start[c + 1]. */
    final int[] start;

    final int[] sourceCall;
    final int[] sourceAccount;
    final double[] sourcePrice;

    CallBook(RebalancingRequest request, List<TradedAccount> accounts, double[] worth) {
        IdIndex index = IdIndex.of(accounts, TradedAccount::id);
        var last = request.asOf().plusDays(request.policy().limits().horizonDays());
        List<CashCall> due = new ArrayList<>(request.movements().calls());
        due.removeIf(one -> one.due().isAfter(last));
        call = CanonicalOrder.sorted(due, Comparator.comparing(CashCall::id));
        amount = Columns.doubles(call, one -> Cents.of(one.amount()));
        into = Columns.ints(call, one -> index.at(one.into()));
        start = new int[amount.length + 1];
        List<Drawn> drawn = new ArrayList<>();
        for (int number = 0; number < amount.length; number++) {
            drawn.addAll(sources(number, accounts, index, worth));
            start[number + 1] = drawn.size();
        }
        sourceCall = Columns.ints(drawn, Drawn::call);
        sourceAccount = Columns.ints(drawn, Drawn::account);
        sourcePrice = Columns.doubles(drawn, Drawn::price);
    }

    private record Drawn(int call, int account, double price) {}

    private List<Drawn> sources(int number, List<TradedAccount> accounts, IdIndex index, double[] worth) {
        List<Drawn> open = new ArrayList<>();
        for (CashCall.Source source : call.get(number).sources()) {
            int account = index.at(source.account());
            boolean pays = accounts.get(account).tradable();
            if (pays) open.add(new Drawn(number, account, source.price().doubleValue()));
        }
        open.sort(Comparator.<Drawn>comparingDouble(source -> worth[source.account])
                .thenComparingInt(Drawn::account));
        List<Drawn> ranked = new ArrayList<>();
        for (Drawn source : open)
            ranked.add(new Drawn(number, source.account, source.price + PREFERENCE * ranked.size()));
        return ranked;
    }

    int sources() {
        return sourceAccount.length;
    }

    /** All that is called, paid or not. */
    double called() {
        double cents = 0;
        for (double called : amount) cents += called;
        return cents;
    }

    /** What leaves the household, paid or not. */
    double leaving() {
        double cents = 0;
        for (int number = 0; number < amount.length; number++) if (into[number] < 0) cents += amount[number];
        return cents;
    }

    /** What should arrive in an account. */
    double arriving(int account) {
        double cents = 0;
        for (int number = 0; number < amount.length; number++) if (into[number] == account) cents += amount[number];
        return cents;
    }

    /** Takes what was drawn out of the cash of the accounts and puts it where it goes. */
    void apply(double[] drawn, double[] cash) {
        for (int source = 0; source < drawn.length; source++) {
            cash[sourceAccount[source]] -= drawn[source];
            int receiver = into[sourceCall[source]];
            if (receiver >= 0) cash[receiver] += drawn[source];
        }
    }

    /** What a call still lacks. */
    double missing(double[] drawn, int number) {
        double paid = 0;
        for (int source = start[number]; source < start[number + 1]; source++) paid += drawn[source];
        return Math.max(0, amount[number] - paid);
    }

    /** What the draws cost and what is missing of the calls, priced. */
    double cost(double[] drawn) {
        double cost = 0;
        for (int source = 0; source < drawn.length; source++)
            cost += Curves.onGrid(sourcePrice[source]) * drawn[source];
        return cost;
    }

    double shortage(double[] drawn) {
        double missing = 0;
        for (int number = 0; number < amount.length; number++) missing += missing(drawn, number);
        return Tiers.CALL * missing;
    }
}
