package org.driftgate.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.market.MarketCalendar;
import org.driftgate.modelportfolio.Model;
import org.driftgate.rebalancing.Measurement;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.shared.Symbol;
import org.springframework.stereotype.Component;

/** Our rebalancer under the firm's policy, on the business day. */
@Component
class OwnEngine {

    private final ProposalPolicy policy;
    private final String policyHash;
    private final DriftCalculation drift;
    private final MarketCalendar calendar;

    OwnEngine(ProposalSettings settings, DriftCalculation drift, SetAsideAccounts accounts, MarketCalendar calendar) {
        this.policy = FirmPolicy.of(settings.policy(), drift, accounts);
        this.policyHash = Sha256.hex(CanonicalText.of(policy));
        this.drift = drift;
        this.calendar = calendar;
    }

    ProposedHousehold propose(Household household, Book market) {
        return OwnOrders.covered(engine(market), household);
    }

    /** What is proposed as orders; none where no plan is to be traded. */
    List<Trade> orders(Household household, ProposedHousehold proposed) {
        return OwnOrders.of(household, proposed, calendar.today().plus(drift.cashNeedHorizon()));
    }

    Measurement measure(Household household, Book market, List<Trade> trades) {
        return engine(market).measure(household, PlannedTrades.of(trades));
    }

    /** SHA-256 of the policy in force, defaults included. */
    String policyHash() {
        return policyHash;
    }

    /** SHA-256 of all that a proposal depends on: day, policy, household, its model, and every security that may count. */
    String inputHash(Household household, Book market) {
        Set<Symbol> symbols = symbols(household, market);
        return Sha256.hex(String.join(
                "\n",
                "driftgate-own/1",
                calendar.today().toString(),
                policyHash,
                CanonicalText.of(household),
                CanonicalText.of(model(household, market).orElse(null)),
                CanonicalText.of(market.substitutes().stream()
                        .filter(pair -> symbols.contains(pair.symbol()) || isIdenticalToOne(pair, symbols))
                        .toList()),
                CanonicalText.of(market.securities().values().stream()
                        .filter(security -> symbols.contains(security.symbol()))
                        .collect(Collectors.toSet()))));
    }

    private static Set<Symbol> symbols(Household household, Book market) {
        Set<Symbol> symbols = new HashSet<>();
        household
                .accounts()
                .forEach(account -> account.positions().forEach(position -> symbols.add(position.symbol())));
        model(household, market)
                .ifPresent(model -> symbols.addAll(model.targets().keySet()));
        market.substitutes().stream()
                .filter(pair -> symbols.contains(pair.symbol()))
                .map(Book.Substitute::substitute)
                .toList()
                .forEach(symbols::add);
        addIdentical(symbols, market);
        return symbols;
    }

    /** Whole groups: two securities are identical through a third too, whoever holds it. */
    private static void addIdentical(Set<Symbol> symbols, Book market) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Book.Substitute pair : market.substitutes())
                if (isIdenticalToOne(pair, symbols)) grew |= symbols.addAll(List.of(pair.symbol(), pair.substitute()));
        }
    }

    private static boolean isIdenticalToOne(Book.Substitute pair, Set<Symbol> symbols) {
        return pair.substantiallyIdentical()
                && (symbols.contains(pair.symbol()) || symbols.contains(pair.substitute()));
    }

    private static Optional<Model> model(Household household, Book market) {
        return Optional.ofNullable(household.model())
                .map(name -> market.models().get(name));
    }

    private ProposeHousehold engine(Book market) {
        return new ProposeHousehold(policy, market, calendar.today(), drift);
    }
}
