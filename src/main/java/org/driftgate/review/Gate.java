package org.driftgate.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.household.Snapshots;
import org.driftgate.proposal.LotHash;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.TradeHash;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only door to trading: answers from rows, never from process variables. */
@Component
@Transactional(readOnly = true)
public class Gate {

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final LotSelections selections;
    private final Consents consents;
    private final Cases cases;
    private final Snapshots snapshots;
    private final SetAsideAccounts accounts;
    private final Clock clock;

    Gate(
            Proposals proposals,
            Verdicts verdicts,
            LotSelections selections,
            Consents consents,
            Cases cases,
            Snapshots snapshots,
            SetAsideAccounts accounts,
            Clock clock) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.selections = selections;
        this.consents = consents;
        this.cases = cases;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The newest version's approval, if it has one that is not revoked; it may have expired. */
    public Optional<ApprovedVersion> approval(CaseId about) {
        return proposals
                .current(about)
                .flatMap(version -> verdicts.of(version.id())
                        .filter(verdict -> verdict.approved() && !verdict.revoked())
                        .map(verdict -> approved(version, verdict)));
    }

    /**
     * Everything that stands against releasing the case now: no approval, expired, hash mismatch, consent missing,
     * restrictions or findings that changed. Empty means it may be released.
     */
    public List<String> objections(CaseId about) {
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty()) return List.of("case %s has no proposal".formatted(about));
        ProposalVersion version = current.get();
        Household household = snapshots.household(cases.get(about).snapshot(), about.household());
        List<String> objections = new ArrayList<>();
        verdictObjection(version).ifPresent(objections::add);
        if (!TradeHash.of(version).equals(version.tradeHash()))
            objections.add("the trades of version %d are not those that were hashed".formatted(version.number()));
        if (Consents.isRequired(version, household) && !consents.isGiven(version))
            objections.add("version %d trades an account without discretion and has no client consent"
                    .formatted(version.number()));
        objections.addAll(ForbiddenTrades.of(household, accounts.of(household), version.trades()));
        return objections;
    }

    private Optional<String> verdictObjection(ProposalVersion version) {
        String name = "version " + version.number();
        Optional<Verdict> verdict = verdicts.of(version.id());
        if (verdict.isEmpty()) return Optional.of(name + " has no approval");
        if (!verdict.get().approved()) return Optional.of(name + " was declined");
        if (verdict.get().revoked()) return Optional.of("the approval of " + name + " was taken back");
        Instant expiry = expiry(verdict.get());
        Instant notBefore = verdict.get().notBefore();
        if (notBefore != null && clock.instant().isBefore(notBefore))
            return Optional.of("the approval of %s may still be taken back until %s".formatted(name, notBefore));
        if (clock.instant().isBefore(expiry)) return Optional.empty();
        return Optional.of("the approval of %s ended at %s".formatted(name, expiry));
    }

    private ApprovedVersion approved(ProposalVersion version, Verdict verdict) {
        Map<Integer, List<LotSale>> lots = selections.inForce(version);
        PersonId recommendedBy =
                new PersonId(cases.get(version.about()).adviser().value());
        return new ApprovedVersion(
                version,
                verdict.id(),
                verdict.decidedBy(),
                recommendedBy,
                verdict.notBefore() == null ? verdict.decidedAt() : verdict.notBefore(),
                expiry(verdict),
                LotHash.of(version.tradeHash(), lots),
                lots);
    }

    private static Instant expiry(Verdict verdict) {
        if (verdict.expiresAt() == null)
            throw new IllegalStateException("approval %s never ends".formatted(verdict.id()));
        return verdict.expiresAt();
    }
}
