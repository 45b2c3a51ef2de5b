package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance of the synthetic format as a linear or mixed-integer program written row by row, in thousands of dollars;
 * shares no code with the engine. Reading the instance is apart from building and solving the program, so that a
 * measurement can leave it out.
 */
final class SyntheticProgram {

    /** What may be decided beside the dollars. */
    enum Kind {
        /** Bans of the instance as given. */
        FRACTIONAL,
        /** Bans as given, one whole number of shares per ticket. */
        WHOLE,
        /** Bans ignored, one binary per security with losses: harvest or let buy. */
        WASH
    }

    /** A solved program; {@code bound} equals the objective when it is proven. */
    record Outcome(boolean proven, boolean found, double objective, double bound) {}

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    record Account(double free, double reserve, double[] location) {}

    record Security(int tier, double price, double target, boolean buyable) {}

    record Lot(int account, int security, double worth, double tax, boolean loss, boolean banned) {}

    final List<Account> accounts = new ArrayList<>();
    final List<Security> securities = new ArrayList<>();
    final List<Lot> lots = new ArrayList<>();
    final double[] held;
    final double[] params;
    final int tiers;

    SyntheticProgram(JsonNode json) {
        for (JsonNode row : json.get("accounts")) accounts.add(account(row));
        for (JsonNode row : json.get("securities"))
            securities.add(new Security(
                    row.get("class").asInt(),
                    row.get("price").asDouble(),
                    row.get("target").asDouble(),
                    !row.get("noBuyHousehold").asBoolean()));
        for (JsonNode row : json.get("lots")) lots.add(lot(row));
        held = new double[securities.size()];
        for (Lot lot : lots) held[lot.security] += lot.worth;
        tiers = securities.stream().mapToInt(Security::tier).max().orElse(-1) + 1;
        JsonNode given = json.get("params");
        params = new double[] {
            given.get("securityDriftPenalty").asDouble(),
                    given.get("securityRelBand").asDouble(),
            given.get("classDriftPenalty").asDouble(), given.get("classRelBand").asDouble(),
            given.get("tradeCostPerDollar").asDouble(), given.get("endCashCost").asDouble()
        };
    }

    private static Account account(JsonNode row) {
        JsonNode costs = row.get("buyLocationCostByClass");
        double[] location = new double[costs.size()];
        for (int tier = 0; tier < location.length; tier++)
            location[tier] = costs.get(tier).asDouble();
        double free = row.get("cash").asDouble() - row.get("need").asDouble();
        return new Account(free, row.get("reserve").asDouble(), location);
    }

    private Lot lot(JsonNode row) {
        int security = row.get(1).asInt();
        double worth = row.get(2).asDouble() * securities.get(security).price;
        boolean loss = row.get(3).asDouble() < 0;
        boolean banned = row.get(5).asInt() == 1;
        return new Lot(row.get(0).asInt(), security, worth, row.get(4).asDouble(), loss, banned);
    }

    /** Builds the program for a solver of OR-Tools and solves it, in at most some seconds. */
    Outcome solve(String name, Kind kind, double seconds) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver(name);
        if (solver == null) throw new UnsupportedOperationException("no solver " + name);
        try {
            return new Rows(solver, kind).solve(seconds);
        } finally {
            solver.delete();
        }
    }

    /** The rows of one program. */
    private final class Rows {

        private final MPSolver solver;
        private final Kind kind;
        private final MPConstraint[] cash = new MPConstraint[accounts.size()];
        private final MPConstraint[] low = new MPConstraint[securities.size() + tiers];
        private final MPConstraint[] high = new MPConstraint[securities.size() + tiers];
        private final MPVariable[] harvests = new MPVariable[securities.size()];
        private final MPConstraint[] sold = new MPConstraint[accounts.size() * securities.size()];
        private final double[] most = new double[accounts.size()];

        Rows(MPSolver solver, Kind kind) {
            this.solver = solver;
            this.kind = kind;
            for (int index = 0; index < most.length; index++) cash(index);
            double[] target = new double[tiers];
            double[] has = new double[tiers];
            for (int index = 0; index < held.length; index++) {
                Security row = securities.get(index);
                drift(index, row.target, held[index], params[0], params[1]);
                target[row.tier] += row.target;
                has[row.tier] += held[index];
            }
            for (int tier = 0; tier < tiers; tier++)
                drift(held.length + tier, target[tier], has[tier], params[2], params[3]);
            if (kind == Kind.WASH) choices();
            lots.forEach(this::sale);
            for (int account = 0; account < most.length; account++)
                for (int security = 0; security < held.length; security++) purchase(account, security);
        }

        private void cash(int index) {
            Account account = accounts.get(index);
            MPVariable end = variable(account.reserve, INFINITY, params[5]);
            cash[index] = solver.makeConstraint(account.free, account.free);
            cash[index].setCoefficient(end, 1);
            most[index] = Math.max(0, account.free - account.reserve);
            for (Lot lot : lots) if (lot.account == index) most[index] += lot.worth;
        }

        private void drift(int row, double target, double has, double price, double band) {
            low[row] = solver.makeConstraint(target * (1 - band) - has, INFINITY);
            high[row] = solver.makeConstraint(-INFINITY, target * (1 + band) - has);
            low[row].setCoefficient(variable(0, INFINITY, price), 1);
            high[row].setCoefficient(variable(0, INFINITY, price), -1);
        }

        private void choices() {
            for (Lot lot : lots)
                if (lot.loss && harvests[lot.security] == null) harvests[lot.security] = solver.makeBoolVar("");
        }

        private void sale(Lot lot) {
            if (kind != Kind.WASH && lot.banned) return;
            MPVariable part = variable(0, lot.worth, lot.tax + params[4]);
            trade(part, lot.account, lot.security, -1);
            if (kind == Kind.WHOLE) ticket(lot).setCoefficient(part, 1);
            if (kind != Kind.WASH || !lot.loss) return;
            MPConstraint frozen = solver.makeConstraint(-INFINITY, 0);
            frozen.setCoefficient(part, 1);
            frozen.setCoefficient(harvests[lot.security], -lot.worth);
        }

        private MPConstraint ticket(Lot lot) {
            int index = lot.account * held.length + lot.security;
            if (sold[index] != null) return sold[index];
            sold[index] = solver.makeConstraint(0, 0);
            MPVariable shares = solver.makeIntVar(0, INFINITY, "");
            sold[index].setCoefficient(shares, -securities.get(lot.security).price);
            return sold[index];
        }

        private void purchase(int account, int security) {
            Security row = securities.get(security);
            if (kind != Kind.WASH && !row.buyable) return;
            double cost = params[4] + accounts.get(account).location[row.tier];
            MPVariable part = variable(0, most[account], cost);
            trade(part, account, security, 1);
            if (kind == Kind.WHOLE) whole(part, row.price);
            if (kind != Kind.WASH || harvests[security] == null) return;
            MPConstraint barred = solver.makeConstraint(-INFINITY, most[account]);
            barred.setCoefficient(part, 1);
            barred.setCoefficient(harvests[security], most[account]);
        }

        private void whole(MPVariable part, double price) {
            MPConstraint shares = solver.makeConstraint(0, 0);
            shares.setCoefficient(part, 1);
            shares.setCoefficient(solver.makeIntVar(0, INFINITY, ""), -price);
        }

        private void trade(MPVariable part, int account, int security, double sign) {
            cash[account].setCoefficient(part, sign);
            for (int row : new int[] {security, held.length + securities.get(security).tier}) {
                low[row].setCoefficient(part, sign);
                high[row].setCoefficient(part, sign);
            }
        }

        private MPVariable variable(double from, double to, double price) {
            MPVariable variable = solver.makeNumVar(from, to, "");
            solver.objective().setCoefficient(variable, price);
            return variable;
        }

        Outcome solve(double seconds) {
            solver.objective().setMinimization();
            solver.setTimeLimit((long) (1000 * seconds));
            var exact = new MPSolverParameters();
            exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-6);
            MPSolver.ResultStatus status = solver.solve(exact);
            boolean proven = status == MPSolver.ResultStatus.OPTIMAL;
            boolean found = proven || status == MPSolver.ResultStatus.FEASIBLE;
            if (!found) return new Outcome(false, false, Double.NaN, Double.NaN);
            double bound = kind == Kind.FRACTIONAL
                    ? solver.objective().value()
                    : solver.objective().bestBound();
            return new Outcome(proven, true, solver.objective().value(), bound);
        }
    }
}
