package org.driftgate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** What a scenario's policy trades for the household of a case, as orders that can be sent: whole shares, a routed custodian. */
@Component
public class ScenarioOrders {

    private final Cases cases;
    private final Snapshots snapshots;
    private final SetAsideAccounts accounts;
    private final MarketCalendar calendar;

    ScenarioOrders(Cases cases, Snapshots snapshots, SetAsideAccounts accounts, MarketCalendar calendar) {
        this.cases = cases;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** {@code keys} are the policy's as they were given; {@code reason} is what the engine says, above all without trades. */
    public record Scenario(
            String name, Map<String, Object> keys, String policyHash, List<Trade> trades, String reason) {

        public Scenario {
            keys = Map.copyOf(keys);
            trades = List.copyOf(trades);
        }
    }

    /** From the snapshot that the case stands on. */
    public Scenario of(CaseId about, String name, Map<String, Object> keys, ProposalPolicy policy) {
        RebalancingCase current = cases.get(about);
        Household household = snapshots.household(current.snapshot(), about.household());
        LocalDate today = calendar.today();
        var engine = new ProposeHousehold(
                FirmPolicy.sendable(policy, accounts), snapshots.market(current.snapshot()), today);
        ProposedHousehold proposed = OwnOrders.covered(engine, household);
        List<Trade> trades =
                OwnOrders.of(household, proposed, today.plusDays(policy.cash().horizonDays()));
        return new Scenario(name, keys, Sha256.hex(CanonicalText.of(policy)), trades, proposed.reason());
    }
}
