package org.driftgate.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** Tells which accounts of a household may trade and which may not, each with its reason. Pure. */
public class SetAsideAccounts {

    private final Set<String> routedCustodians;

    /** An order can reach only the custodians named here. */
    public SetAsideAccounts(Set<String> routedCustodians) {
        this.routedCustodians =
                routedCustodians.stream().map(SetAsideAccounts::lower).collect(Collectors.toUnmodifiableSet());
    }

    /** The custodians that an order can reach, in lower case. */
    public Set<String> routedCustodians() {
        return routedCustodians;
    }

    public Division of(Household household) {
        var tradable = new ArrayList<Account>();
        var setAside = new ArrayList<SetAside>();
        for (Account account : household.accounts()) {
            String reason = reason(household, account);
            if (reason == null) tradable.add(account);
            else setAside.add(new SetAside(account, reason));
        }
        return new Division(tradable, setAside);
    }

    private @Nullable String reason(Household household, Account account) {
        if (account.heldAway()) return "held away";
        if (account.status() != AccountStatus.ACTIVE) return statusReason(account.status());
        String lock = lock(household, account.id());
        if (lock != null) return "locked: " + lock;
        for (OpenOrder order : household.openOrders())
            if (order.account().equals(account.id()))
                return "somebody else's order is working: %s %s %s"
                        .formatted(lower(order.side().name()), order.quantity(), order.symbol());
        if (!routedCustodians.contains(lower(account.custodian())))
            return "no route to custodian " + account.custodian();
        return null;
    }

    /** Only a lock on every security sets the account aside; one on a single security is the proposal's concern. */
    private static @Nullable String lock(Household household, AccountId account) {
        for (Restriction restriction : household.restrictions())
            if (restriction.kind() == Restriction.Kind.LOCKED
                    && restriction.symbol() == null
                    && (restriction.account() == null || restriction.account().equals(account)))
                return restriction.reason();
        return null;
    }

    private static String statusReason(AccountStatus status) {
        return switch (status) {
            case ACTIVE -> throw new IllegalArgumentException("an active account is not set aside");
            case FROZEN -> "the account is frozen";
            case DECEASED -> "the owner is deceased";
            case TRANSFERRING -> "the account is being transferred";
            case TERMINATING -> "the account is being closed";
            case CORPORATE_ACTION -> "a corporate action is pending";
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** An account that is not traded, and why. */
    public record SetAside(Account account, String reason) {}

    /** Every account of a household is in exactly one of the two lists. */
    public record Division(List<Account> tradable, List<SetAside> setAside) {

        public Division {
            tradable = List.copyOf(tradable);
            setAside = List.copyOf(setAside);
        }
    }
}
