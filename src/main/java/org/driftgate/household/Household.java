package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.HouseholdId;
import org.jspecify.annotations.Nullable;

/**
 * Accounts managed to one plan, as a source reported them. {@code lifeEvent} names an unusual situation (an estate, a
 * divorce, a business sale) that leaves the routine path; {@code unreconciled} is the source's own flag.
 */
public record Household(
        HouseholdId id,
        String name,
        AdviserId adviser,
        String adviserEmail,
        List<Recipient> recipients,
        @Nullable String model,
        ApprovalMode approvalMode,
        @Nullable String lifeEvent,
        @Nullable String unreconciled,
        List<Account> accounts,
        List<TaxUnit> taxUnits,
        List<CashNeed> cashNeeds,
        List<Restriction> restrictions,
        List<RecentTrade> recentTrades,
        List<OpenOrder> openOrders) {

    /** Whether a reviewer decides on the household as a whole or line by line. */
    public enum ApprovalMode {
        HOUSEHOLD,
        TRADE
    }

    /** Somebody who receives the client notice. */
    public record Recipient(String name, String email) {}

    public Household {
        recipients = List.copyOf(recipients);
        accounts = List.copyOf(accounts);
        taxUnits = List.copyOf(taxUnits);
        cashNeeds = List.copyOf(cashNeeds);
        restrictions = List.copyOf(restrictions);
        recentTrades = List.copyOf(recentTrades);
        openOrders = List.copyOf(openOrders);
    }
}
