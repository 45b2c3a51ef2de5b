package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The fractional program of {@link SyntheticProgram} for ojAlgo, in thousands of dollars. */
final class OjalgoProgram {

    private final SyntheticProgram given;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Expression> cash = new ArrayList<>();
    private final List<Expression> low = new ArrayList<>();
    private final List<Expression> high = new ArrayList<>();

    private OjalgoProgram(SyntheticProgram given) {
        this.given = given;
    }

    static double solve(SyntheticProgram given) {
        return new OjalgoProgram(given).solve();
    }

    private double solve() {
        for (SyntheticProgram.Account account : given.accounts) cash(account);
        drifts();
        given.lots.stream().filter(lot -> !lot.banned()).forEach(this::sale);
        for (int account = 0; account < cash.size(); account++)
            for (int security = 0; security < given.securities.size(); security++) purchase(account, security);
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) throw new IllegalStateException(result.toString());
        return result.getValue();
    }

    private void cash(SyntheticProgram.Account account) {
        Expression identity = model.addExpression("cash " + cash.size());
        identity.level(account.free());
        identity.set(variable(account.reserve(), given.params[5]), 1);
        cash.add(identity);
    }

    private void drifts() {
        double[] target = new double[given.tiers];
        double[] held = new double[given.tiers];
        for (int index = 0; index < given.held.length; index++) {
            SyntheticProgram.Security row = given.securities.get(index);
            drift(row.target(), given.held[index], given.params[0], given.params[1]);
            target[row.tier()] += row.target();
            held[row.tier()] += given.held[index];
        }
        for (int tier = 0; tier < target.length; tier++)
            drift(target[tier], held[tier], given.params[2], given.params[3]);
    }

    private void drift(double target, double held, double price, double band) {
        Expression under = model.addExpression("low " + low.size());
        under.lower(target * (1 - band) - held);
        under.set(variable(0, price), 1);
        low.add(under);
        Expression over = model.addExpression("high " + high.size());
        over.upper(target * (1 + band) - held);
        over.set(variable(0, price), -1);
        high.add(over);
    }

    private void sale(SyntheticProgram.Lot lot) {
        Variable part = variable(0, lot.tax() + given.params[4]);
        part.upper(lot.worth());
        trade(part, lot.account(), lot.security(), -1);
    }

    private void purchase(int account, int security) {
        SyntheticProgram.Security row = given.securities.get(security);
        if (!row.buyable()) return;
        double cost = given.params[4] + given.accounts.get(account).location()[row.tier()];
        trade(variable(0, cost), account, security, 1);
    }

    private void trade(Variable part, int account, int security, int sign) {
        int tier = given.securities.size() + given.securities.get(security).tier();
        cash.get(account).set(part, sign);
        for (int row : new int[] {security, tier}) {
            low.get(row).set(part, sign);
            high.get(row).set(part, sign);
        }
    }

    private Variable variable(double lowest, double price) {
        Variable variable = model.addVariable();
        variable.lower(lowest);
        variable.weight(price);
        return variable;
    }
}
