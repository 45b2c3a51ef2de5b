package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;

/**
 * A seeded household of about two million dollars in the format of the published {@code synthetic-*.json}, money in
 * thousands: every second account taxable, targets within a factor of four, holdings off by a lognormal factor of
 * class, security and account, a quarter of the taxable lots at a loss, one in ten short-term.
 */
final class GeneratedInstance {

    /** How many of each; lots are per account and security. */
    record Shape(int accounts, int securities, int lots, int classes) {

        static final Shape TEN_LOTS = new Shape(1, 10, 1, 2);
        static final Shape HUNDRED_LOTS = new Shape(1, 20, 5, 4);
        static final Shape HOUSEHOLD = new Shape(8, 40, 5, 8);
        static final Shape DIRECT_INDEX = new Shape(1, 500, 5, 12);

        String id(long seed) {
            return "GEN-%dx%dx%d-%d".formatted(accounts, securities, lots, seed);
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double WORTH = 2_000;
    private static final double INVESTED = 0.98;

    private final Shape shape;
    private final Random random;
    private final double[] price;
    private final double[] weight;
    private final double[] held;
    /** How far the holding of a security is off its target, and the log return of its lots. */
    private final double[] factor;

    private final double[] returned;
    private double cash;
    private double need;

    private GeneratedInstance(Shape shape, long seed) {
        this.shape = shape;
        random = new Random(seed);
        price = new double[shape.securities];
        weight = new double[shape.securities];
        held = new double[shape.securities];
        factor = new double[shape.securities];
        returned = new double[shape.securities];
    }

    static ObjectNode of(Shape shape, long seed) {
        return new GeneratedInstance(shape, seed).instance(shape.id(seed));
    }

    private ObjectNode instance(String id) {
        draw();
        ArrayNode accounts = accounts();
        ArrayNode lots = lots();
        ObjectNode instance = JSON.objectNode().put("id", id);
        instance.set("params", params());
        instance.set("accounts", accounts);
        instance.set("securities", securities());
        instance.set("lots", lots);
        forbidWashSales(instance);
        return instance;
    }

    private void draw() {
        double[] ofClass = random.doubles(shape.classes, 0.8, 1.25).toArray();
        for (int security = 0; security < price.length; security++) {
            price[security] = rounded(0.02 + 0.4 * random.nextDouble(), 5).doubleValue();
            weight[security] = 0.4 + 1.2 * random.nextDouble();
            factor[security] = ofClass[tier(security)] * Math.exp(0.45 * random.nextGaussian() - 0.1);
            returned[security] = 0.16 + 0.2 * random.nextGaussian();
        }
        double sum = Arrays.stream(weight).sum();
        for (int security = 0; security < weight.length; security++) weight[security] /= sum;
    }

    private int tier(int security) {
        return security * shape.classes / shape.securities;
    }

    private static ObjectNode params() {
        return JSON.objectNode()
                .put("securityDriftPenalty", 0.05)
                .put("classDriftPenalty", 0.15)
                .put("securityRelBand", 0.1)
                .put("classRelBand", 0.05)
                .put("tradeCostPerDollar", 5.0E-4)
                .put("endCashCost", 0.002);
    }

    private ArrayNode accounts() {
        ArrayNode accounts = JSON.arrayNode();
        for (int account = 0; account < shape.accounts; account++) accounts.add(account(account));
        return accounts;
    }

    private ObjectNode account(int index) {
        double share = WORTH / shape.accounts;
        BigDecimal has = rounded(share * (0.005 + 0.04 * random.nextDouble()), 6);
        BigDecimal needs = rounded(index % 4 == 0 ? 0.03 * share : 0, 6);
        cash += has.doubleValue();
        need += needs.doubleValue();
        ObjectNode account = JSON.objectNode().put("id", index).put("taxable", isTaxable(index));
        account.put("cash", has).put("reserve", rounded(0.01 * share, 6)).put("need", needs);
        ArrayNode costs = account.putArray("buyLocationCostByClass");
        for (int tier = 0; tier < shape.classes; tier++) costs.add(locationCost(index, tier));
        return account;
    }

    private double locationCost(int account, int tier) {
        boolean bond = tier < Math.max(shape.classes / 4, shape.classes / 3 == 4 ? 4 : 0);
        if (shape.classes < 4 || bond != isTaxable(account)) return 0;
        return bond ? 0.004 : 0.002;
    }

    private static boolean isTaxable(int account) {
        return account % 2 == 0;
    }

    private ArrayNode lots() {
        ArrayNode lots = JSON.arrayNode();
        for (int account = 0; account < shape.accounts; account++)
            for (int security = 0; security < shape.securities; security++) position(lots, account, security);
        return lots;
    }

    private void position(ArrayNode lots, int account, int security) {
        double worth = WORTH / shape.accounts * weight[security] * factor[security];
        worth *= Math.exp(0.6 * random.nextGaussian() - 0.18);
        double[] parts = random.doubles(shape.lots, 0.5, 1.5).toArray();
        double sum = Arrays.stream(parts).sum();
        for (double part : parts) {
            long shares = Math.max(1, Math.round(worth * part / sum / price[security]));
            held[security] += shares * price[security];
            lots.add(lot(account, security, shares));
        }
    }

    private ArrayNode lot(int account, int security, long shares) {
        double log = returned[security] + 0.13 * random.nextGaussian();
        double rate = random.nextInt(10) == 0 ? 0.408 : 0.238;
        BigDecimal gain = rounded(isTaxable(account) ? Math.max(-1.5, 1 - Math.exp(-log)) : 0, 8);
        BigDecimal tax = rounded(gain.doubleValue() * rate, 8);
        return JSON.arrayNode()
                .add(account)
                .add(security)
                .add(shares)
                .add(gain)
                .add(tax)
                .add(0);
    }

    private ArrayNode securities() {
        double invested = INVESTED * (Arrays.stream(held).sum() + cash - need);
        ArrayNode securities = JSON.arrayNode();
        for (int security = 0; security < price.length; security++)
            securities.add(JSON.objectNode()
                    .put("id", security)
                    .put("class", tier(security))
                    .put("price", rounded(price[security], 5))
                    .put("target", rounded(invested * weight[security], 6))
                    .put("noBuyHousehold", held[security] > 1.05 * invested * weight[security]));
        return securities;
    }

    /** The rule of the published files: what is overweight harvests and is not bought, other losses stay. */
    private static void forbidWashSales(ObjectNode instance) {
        instance.get("lots").forEach(lot -> {
            boolean harvests = instance.get("securities")
                    .get(lot.get(1).asInt())
                    .get("noBuyHousehold")
                    .asBoolean();
            if (!harvests && lot.get(3).asDouble() < 0) ((ArrayNode) lot).set(5, JSON.numberNode(1));
        });
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
