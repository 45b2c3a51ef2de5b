package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TaxUnitRow;
import org.jspecify.annotations.Nullable;

/** Makes one household of the demo firm after its story. */
final class DemoHousehold {

    private static final List<String> MODELS = List.of("Growth 80/20", "Balanced 60/40", "Income 40/60");
    private static final BigDecimal LITTLE_CASH = new BigDecimal("0.01");
    private static final BigDecimal MUCH_CASH = new BigDecimal("0.12");

    private final DemoRows rows;
    private final DemoMarket market;
    private final DemoAccounts accounts;
    private final Random random;
    private final LocalDate asOf;
    private final DemoStory story;
    private final String id;

    DemoHousehold(DemoRows rows, DemoMarket market, Random random, LocalDate asOf, DemoStory story, String id) {
        this.rows = rows;
        this.market = market;
        this.accounts = new DemoAccounts(rows, market, random, asOf);
        this.random = random;
        this.asOf = asOf;
        this.story = story;
        this.id = id;
    }

    void add(DemoNames.Family family, String adviser) {
        String model = MODELS.get(random.nextInt(MODELS.size()));
        rows.households.add(new HouseholdRow(
                id,
                family.household(),
                adviser,
                adviser + "@harborlane.example",
                emails(family),
                story == DemoStory.NO_MODEL ? null : model,
                story == DemoStory.PER_TRADE_APPROVAL ? "trade" : "household"));
        rows.taxUnits.add(taxUnit());
        Map<String, BigDecimal> weights = accounts.drifted(market.targets(model), story.isInsideBand());
        BigDecimal value = BigDecimal.valueOf(400_000 + random.nextInt(1_800_000));
        List<String> kinds = kinds();
        for (String kind : kinds) {
            BigDecimal share = value.divide(BigDecimal.valueOf(kinds.size()), 2, RoundingMode.HALF_EVEN);
            accounts.add(frame(kinds.indexOf(kind) + 1, kind, family), share, cashShare(kind), weights, story);
        }
        addInstructions(value);
    }

    private List<String> kinds() {
        if (story.hasOneAccount()) return List.of("taxable");
        if (story.isAllTaxable()) return List.of("taxable", "trust");
        List<String> kinds = new ArrayList<>(List.of("taxable", "ira"));
        if (random.nextBoolean()) kinds.add("roth");
        if (story == DemoStory.HELD_AWAY) kinds.add("401k");
        return kinds;
    }

    private BigDecimal cashShare(String kind) {
        return story == DemoStory.NEW_MONEY && kind.equals("taxable") ? MUCH_CASH : LITTLE_CASH;
    }

    private AccountRow frame(int number, String kind, DemoNames.Family family) {
        boolean heldAway = kind.equals("401k");
        return new AccountRow(
                account(number),
                id,
                id + "-T1",
                story == DemoStory.JOINT && number == 1 ? "JT" : "P1",
                LocalDate.of(story == DemoStory.REQUIRED_DISTRIBUTION ? 1949 : family.birthYear(), 4, 12),
                kind,
                custodian(heldAway),
                status(number),
                story != DemoStory.NON_DISCRETIONARY,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                heldAway);
    }

    private String custodian(boolean heldAway) {
        if (heldAway) return "held-away";
        return story == DemoStory.OTHER_CUSTODIAN ? "fidelity" : "schwab";
    }

    private String status(int number) {
        if (story == DemoStory.TRANSFERRING_ACCOUNTS) return "transferring";
        if (number > 1) return "active";
        if (story == DemoStory.FROZEN_ACCOUNT) return "frozen";
        return story == DemoStory.DECEASED_OWNER ? "deceased" : "active";
    }

    private String emails(DemoNames.Family family) {
        if (story == DemoStory.NO_EMAIL) return "";
        String first = "%s <%s>".formatted(family.firstPerson(), family.firstEmail());
        return story == DemoStory.JOINT
                ? first + "; %s <%s>".formatted(family.secondPerson(), family.secondEmail())
                : first;
    }

    private TaxUnitRow taxUnit() {
        boolean small = story == DemoStory.OVER_GAIN_BUDGET;
        boolean noLimit = random.nextInt(3) == 0;
        return new TaxUnitRow(
                id + "-T1",
                id,
                random.nextInt(3) == 0 ? "single" : "married_joint",
                new BigDecimal("0.15"),
                new BigDecimal("0.32"),
                small ? new BigDecimal("3000") : noLimit ? null : new BigDecimal("250000"),
                BigDecimal.ZERO.setScale(2),
                BigDecimal.valueOf(random.nextInt(8000)).setScale(2),
                BigDecimal.ZERO.setScale(2),
                BigDecimal.ZERO.setScale(2));
    }

    private void addInstructions(BigDecimal value) {
        switch (story) {
            case NO_SELL -> {
                accounts.addLot(account(1), "AAPL", new BigDecimal("120"), new BigDecimal("0.12"), 4100);
                restrict(account(1), "AAPL", "no_sell", "Legacy position, client instruction");
            }
            case NO_BUY -> restrict(null, "BND", "no_buy", "Spouse is an officer of the fund's sponsor");
            case SRI_SCREEN -> {
                restrict(null, "XOM", "no_buy", "SRI screen: fossil fuels");
                restrict(null, "CVX", "no_buy", "SRI screen: fossil fuels");
            }
            case LOCKED_ACCOUNT -> restrict(account(1), null, "locked", "Pledged as collateral for a loan");
            case FOREIGN_OPEN_ORDER ->
                rows.openOrders.add(new OpenOrderRow(account(1), "VTI", "sell", new BigDecimal("25"), asOf));
            case WITHDRAWAL_DUE -> need(1, "withdrawal", value.multiply(new BigDecimal("0.03")), 20);
            case REQUIRED_DISTRIBUTION -> need(2, "rmd", value.multiply(new BigDecimal("0.018")), 40);
            case NEW_MONEY -> need(1, "contribution", value.multiply(new BigDecimal("0.05")), -3);
            case WASH_SALE -> accounts.addPurchase(account(1), "VTI", new BigDecimal("20"), new BigDecimal("1.01"), 12);
            default -> {
                // the other stories show in the account itself or in an event
            }
        }
    }

    private void need(int account, String kind, BigDecimal amount, int days) {
        BigDecimal dollars = amount.setScale(2, RoundingMode.HALF_EVEN);
        rows.cashNeeds.add(new CashNeedRow(id, account(account), kind, dollars, asOf.plusDays(days)));
    }

    private void restrict(@Nullable String account, @Nullable String symbol, String kind, String reason) {
        rows.restrictions.add(new RestrictionRow(id, account, symbol, kind, reason));
    }

    private String account(int number) {
        return id + "-A" + number;
    }
}
