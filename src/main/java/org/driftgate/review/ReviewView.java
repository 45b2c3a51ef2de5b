package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a reviewer sees of one household; amounts in dollars, weights in percent. Served as JSON as it stands. */
public record ReviewView(
        String caseId,
        String household,
        String householdName,
        String adviser,
        String state,
        String approvalMode,
        int version,
        String tradeHash,
        String origin,
        @Nullable String approvedUntil,
        Instant pricesAsOf,
        BigDecimal value,
        String whyNow,
        String driftBasis,
        List<AllocationLine> allocation,
        List<TierLine> tiers,
        List<Line> lines,
        List<TaxUnitView> tax,
        BigDecimal estimatedTax,
        List<FindingView> findings,
        List<RuleView> rules,
        List<Signature> signatures,
        List<String> restrictions,
        List<AccountView> accountsConsidered,
        List<AccountView> accountsNotConsidered,
        List<Message> thread,
        List<Version> versions,
        @Nullable Analysis analysis) {

    /**
     * What the firm's own objective says of the proposal that this version comes from, in dollars a year: its orders, those
     * of our engine, our engine's plan before orders keep back cash for their limits, and by how much some plan might at
     * most be better than that ({@code gap}). {@code priceOfGains} is each gain and loss at its unit's rate,
     * before netting, and no tax. Figures are missing when it could not be measured: see the flags.
     */
    public record Analysis(
            int version,
            String source,
            String sentence,
            @Nullable BigDecimal objective,
            @Nullable BigDecimal ownObjective,
            @Nullable BigDecimal planObjective,
            @Nullable BigDecimal bound,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal greedyObjective,
            @Nullable BigDecimal priceOfGains,
            @Nullable BigDecimal cost,
            BigDecimal nettedTax,
            BigDecimal driftBefore,
            BigDecimal driftAfter,
            long millis,
            String policyHash,
            List<String> flags) {}

    /** Weights in percent: now, the model's, and after the trades. */
    public record AllocationLine(
            String assetClass,
            BigDecimal current,
            BigDecimal target,
            BigDecimal proposed,
            BigDecimal band,
            boolean outside,
            boolean outsideAfter) {}

    /** The same of a sub-class, or of a security with its substitutes, that is outside its own band now or afterwards. */
    public record TierLine(
            String tier,
            String name,
            String assetClass,
            BigDecimal current,
            BigDecimal target,
            BigDecimal proposed,
            BigDecimal band,
            boolean outside,
            boolean outsideAfter) {}

    public record Line(
            int line,
            String account,
            String registration,
            String side,
            String symbol,
            String securityName,
            BigDecimal quantity,
            @Nullable BigDecimal originalQuantity,
            BigDecimal price,
            BigDecimal limit,
            BigDecimal amount,
            BigDecimal shortTermGain,
            BigDecimal longTermGain,
            List<LotLine> lots,
            List<ReasonView> reasons,
            List<String> flags) {}

    /** {@code code} may hold several, with semicolons between them. */
    public record ReasonView(String code, String sentence) {}

    /** One lot of a sale, or one that could be sold; gains are economic facts in every account. */
    public record LotLine(
            String lot,
            String acquired,
            String term,
            @Nullable Integer daysToLongTerm,
            BigDecimal available,
            BigDecimal quantity,
            BigDecimal unitCost,
            BigDecimal price,
            BigDecimal gain,
            @Nullable String washSale) {}

    /** Netted per tax unit: what this proposal adds, what the year stands at with it, and the budget if there is one.
     * Rates are fractions. */
    public record TaxUnitView(
            String taxUnit,
            String filingStatus,
            BigDecimal shortTermRate,
            BigDecimal longTermRate,
            BigDecimal shortTermGain,
            BigDecimal longTermGain,
            BigDecimal estimatedTax,
            BigDecimal realizedYtdBefore,
            BigDecimal realizedYtdAfter,
            @Nullable BigDecimal gainBudget,
            boolean overBudget) {}

    /** {@code severity} is INFO, WARNING or BLOCK. */
    public record FindingView(
            String rule,
            String severity,
            String sentence,
            List<Integer> lines,
            boolean overridable,
            @Nullable String overriddenBy) {}

    /**
     * One rule that was asked, also when it let the trades pass. {@code row} of the table {@code decidedBy} and the days on
     * which it applies; {@code actual} and {@code limit} in the unit of the rule: dollars, percent, points, days or a count.
     */
    public record RuleView(
            String rule,
            String row,
            String outcome,
            String subject,
            BigDecimal actual,
            BigDecimal limit,
            List<Integer> lines,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String decidedBy) {}

    /** One that the version needs, in the order of signing; person and time once it is given. */
    public record Signature(
            String tier,
            String label,
            @Nullable String person,
            @Nullable Instant at) {}

    public record AccountView(String account, String registration, String custodian, BigDecimal value, String note) {}

    public record Message(Instant at, String person, String kind, String text) {}

    public record Version(int number, String kind, String proposedBy, Instant at, String tradeHash, int lines) {}
}
