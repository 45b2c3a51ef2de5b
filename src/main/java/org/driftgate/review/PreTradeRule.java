package org.driftgate.review;

import java.util.List;
import java.util.Locale;

/**
 * What is checked before a trade, each by a decision table of its own. Measures are dollars, percent, points or counts;
 * {@link Circumstance} says what else a row of the table may ask for.
 */
public enum PreTradeRule {
    /** Per trade: 1 where the client's restrictions or the state of the account forbid it. */
    RESTRICTION(Circumstance.FORBIDDEN, Circumstance.SYMBOL, Circumstance.SIDE, Circumstance.ACCOUNT_TYPE),
    /** Per security and account: orders; the limit is one. */
    DUPLICATE_ORDER(Circumstance.SYMBOL, Circumstance.ACCOUNT_TYPE),
    /** Per trade: age of the price in days; the limit is the age of the last trading day before today. */
    PRICE_STALE(Circumstance.SYMBOL, Circumstance.SECURITY_KIND),
    /** Per account: dollars in cash after the trades; the limit is what withdrawals and distributions need. */
    CASH_NEED(Circumstance.SPENDS, Circumstance.CASH_PERCENT, Circumstance.ACCOUNT_TYPE),
    /** Per account that buys: dollars in cash when every buy fills at its limit; the limit is the need. */
    COLLAR_CASH(Circumstance.COVERED, Circumstance.ACCOUNT_TYPE),
    /** Per tax unit with a budget: dollars of gain realised this year with the trades; the limit is the budget. */
    GAIN_BUDGET(Circumstance.ADDS),
    /** Per household: dollars of taxable gain on lots that are not long-term; the limit is zero. */
    SHORT_TERM_GAIN,
    /** Per wash sale, or once with zero: dollars of loss; the limit is zero. */
    WASH_SALE(Circumstance.SYMBOL, Circumstance.BY_PROPOSAL),
    /**
     * Per purchase: days since a taxable account of the household sold the security or a declared identical, 61 when the
     * book names no sale; the limit is thirty.
     */
    HARVEST_LOCK(Circumstance.SYMBOL, Circumstance.ACCOUNT_TYPE),
    /** Per security held after the trades: percent of the household; the limit is the firm's setting. */
    CONCENTRATION(Circumstance.SYMBOL, Circumstance.SECURITY_KIND),
    /** Per asset class: points outside its band after the trades; the limit is what it was before them. */
    DRIFT_WORSE(Circumstance.ASSET_CLASS, Circumstance.MODEL),
    /** Per asset class: percent of the household after the trades; the limit is target plus band. */
    IPS_LIMIT(
            Circumstance.ASSET_CLASS, Circumstance.MODEL, Circumstance.TARGET, Circumstance.BAND, Circumstance.BEFORE),
    /** Per purchase: percent that the household's model wants in the class of the security; the limit is zero. */
    SUITABILITY(
            Circumstance.SYMBOL,
            Circumstance.SECURITY_KIND,
            Circumstance.ASSET_CLASS,
            Circumstance.MODEL,
            Circumstance.IN_MODEL,
            Circumstance.ACCOUNT_TYPE,
            Circumstance.TAXED,
            Circumstance.OWNER_AGE),
    /** Per household: half of buys plus sales in percent of its value; the limit is a hundred. */
    TURNOVER(Circumstance.MODEL),
    /** Per traded account: its orders; the limit is none where the client has not given discretion. */
    DISCRETION(Circumstance.DISCRETIONARY, Circumstance.ACCOUNT_TYPE);

    /** Beside measure and limit; {@code sample} shows the type that a row compares with. */
    public enum Circumstance {
        FORBIDDEN("forbidden", true),
        SYMBOL("symbol", "SPY"),
        SIDE("side", "BUY"),
        ACCOUNT_TYPE("accountType", "TAXABLE"),
        SECURITY_KIND("securityKind", "STOCK"),
        SPENDS("spends", true),
        CASH_PERCENT("cashPercent", 2),
        COVERED("covered", true),
        ADDS("adds", true),
        BY_PROPOSAL("boughtByProposal", true),
        ASSET_CLASS("assetClass", "US Equity"),
        MODEL("model", "60/40"),
        TARGET("target", 60),
        BAND("band", 5),
        /** Percent of the household before the trades. */
        BEFORE("before", 55),
        /** The model names the security, or one that it is a declared stand-in for. */
        IN_MODEL("inModel", true),
        /** Gains and income of the account are taxed each year. */
        TAXED("taxed", true),
        /** In full years; 0 where nobody reports the birth date. */
        OWNER_AGE("ownerAge", 60),
        DISCRETIONARY("discretionary", true);

        private final String variable;
        private final Object sample;

        Circumstance(String variable, Object sample) {
            this.variable = variable;
            this.sample = sample;
        }

        public String variable() {
            return variable;
        }

        public Object sample() {
            return sample;
        }
    }

    private final List<Circumstance> circumstances;

    PreTradeRule(Circumstance... circumstances) {
        this.circumstances = List.of(circumstances);
    }

    public List<Circumstance> circumstances() {
        return circumstances;
    }

    /** The key of its decision table, for example {@code pre-trade-cash-need}. */
    public String table() {
        return "pre-trade-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
