package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Instant;
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
        List<Line> lines,
        List<TaxUnitView> tax,
        BigDecimal estimatedTax,
        List<FindingView> findings,
        List<Signature> signatures,
        List<String> restrictions,
        List<AccountView> accountsConsidered,
        List<AccountView> accountsNotConsidered,
        List<Message> thread,
        List<Version> versions) {

    /** Weights in percent: now, the model's, and after the trades. */
    public record AllocationLine(
            String assetClass,
            BigDecimal current,
            BigDecimal target,
            BigDecimal proposed,
            BigDecimal band,
            boolean outside) {}

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
            List<String> reasons,
            List<String> flags) {}

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

    /** Netted per tax unit: what this proposal adds, what the year stands at with it, and the budget if there is one. */
    public record TaxUnitView(
            String taxUnit,
            String filingStatus,
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
