package org.driftgate.proposal;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.rebalancing.household.CashRules;
import org.driftgate.rebalancing.household.DriftRules;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyFile;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.TradingRules;
import org.jspecify.annotations.Nullable;

/**
 * The firm's policy as the application follows it: bands, basis, threshold, cash class and horizon are those that open a
 * case ({@code driftgate.drift}), orders go to custodians with a route only and are whole shares.
 */
final class FirmPolicy {

    private FirmPolicy() {}

    /** A policy with findings stops the application at start. */
    static ProposalPolicy of(@Nullable Path file, DriftCalculation drift, SetAsideAccounts accounts) {
        ProposalPolicy policy = sendable(file == null ? ProposalPolicy.STANDARD : read(file), accounts);
        return new ProposalPolicy(
                drift(policy.drift(), drift),
                cash(policy.cash(), drift),
                policy.tax(),
                policy.harvest(),
                policy.location(),
                policy.trading());
    }

    /** With orders in whole shares and to custodians with a route only. */
    static ProposalPolicy sendable(ProposalPolicy policy, SetAsideAccounts accounts) {
        return new ProposalPolicy(
                policy.drift(),
                policy.cash(),
                policy.tax(),
                policy.harvest(),
                policy.location(),
                trading(policy.trading(), accounts.routedCustodians()));
    }

    private static ProposalPolicy read(Path file) {
        PolicyAnswer answer = new PolicyFile(file).read();
        if (answer instanceof PolicyAnswer.Accepted accepted) return accepted.policy();
        throw new PolicyRefused(file, ((PolicyAnswer.Refused) answer).findings());
    }

    private static DriftRules drift(DriftRules rules, DriftCalculation drift) {
        return new DriftRules(
                drift.basis(),
                rules.band(),
                rules.classes(),
                drift.totalThreshold(),
                rules.stop(),
                rules.price(),
                drift.tiers(),
                rules.subClassPrice(),
                rules.securityPrice(),
                drift.cashClass());
    }

    private static CashRules cash(CashRules rules, DriftCalculation drift) {
        return new CashRules(
                drift.cashNeedDays(),
                rules.reserveShare(),
                rules.reserveDollars(),
                rules.settledOnly(),
                rules.idleCost());
    }

    private static TradingRules trading(TradingRules rules, Set<String> routed) {
        Set<String> custodians = rules.custodians().isEmpty()
                ? routed
                : rules.custodians().stream().filter(routed::contains).collect(Collectors.toUnmodifiableSet());
        return new TradingRules(
                true,
                Set.of(),
                Set.of(),
                rules.minimumTrade(),
                rules.minimumBenefit(),
                rules.cost(),
                rules.turnover(),
                rules.volumeShare(),
                rules.volumes(),
                rules.costsFromCash(),
                rules.nonDiscretionary(),
                custodians,
                rules.illiquid(),
                rules.restricted());
    }
}
