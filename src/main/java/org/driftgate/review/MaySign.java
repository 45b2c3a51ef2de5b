package org.driftgate.review;

import java.util.Optional;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.run.Cases;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** Says in a sentence why a person cannot sign; the schema refuses the same. */
@Component
class MaySign {

    private final Signatures signatures;
    private final Overrides overrides;
    private final SelfApproval selfApproval;
    private final Cases cases;

    MaySign(Signatures signatures, Overrides overrides, SelfApproval selfApproval, Cases cases) {
        this.signatures = signatures;
        this.overrides = overrides;
        this.selfApproval = selfApproval;
        this.cases = cases;
    }

    Optional<String> objection(ProposalVersion version, PersonId person) {
        Optional<Tier> next = signatures.next(version.id());
        if (next.isEmpty()) return Optional.of("version %d waits for no signature".formatted(version.number()));
        if (signatures.of(version.id()).stream()
                .anyMatch(signed -> signed.person().equals(person)))
            return Optional.of("%s has signed version %d; it needs %s"
                    .formatted(person, version.number(), next.get().label()));
        if (overrides.of(version.id()).stream().anyMatch(one -> one.person().equals(person)))
            return Optional.of(
                    "%s overrode a finding of version %d; somebody else signs".formatted(person, version.number()));
        if (isOwn(version, person, next.get()) && !selfApproval.isAllowed())
            return Optional.of("%s proposed version %d; somebody else signs".formatted(person, version.number()));
        if (next.get() == Tier.ADVISER && !isAdviser(version, person))
            return Optional.of("version %d waits for %s".formatted(version.number(), Tier.ADVISER.label()));
        return Optional.empty();
    }

    /** What a source proposed names the adviser who recommends it; he may confirm it as adviser where the firm asks him. */
    private boolean isOwn(ProposalVersion version, PersonId person, Tier tier) {
        if (!version.proposedBy().equals(person)) return false;
        return tier != Tier.ADVISER || signatures.isByHand(version.id());
    }

    private boolean isAdviser(ProposalVersion version, PersonId person) {
        return cases.get(version.about()).adviser().value().equals(person.value());
    }
}
