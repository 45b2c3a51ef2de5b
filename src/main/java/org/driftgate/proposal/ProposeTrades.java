package org.driftgate.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.market.MarketCalendar;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the firm's proposal source for a household and keeps the answer as a version. */
@Component
@Transactional
public class ProposeTrades {

    private final ProposalData data;
    private final DriftCalculation drift;
    private final SetAsideAccounts accounts;
    private final ProposalSource source;
    private final AnalyzeProposal analyze;
    private final VersionWriter writer;
    private final AnalysisTable analyses;
    private final MarketCalendar calendar;
    private final AuditLog audit;

    ProposeTrades(
            ProposalData data,
            DriftCalculation drift,
            SetAsideAccounts accounts,
            ProposalSource source,
            AnalyzeProposal analyze,
            VersionWriter writer,
            AnalysisTable analyses,
            MarketCalendar calendar,
            AuditLog audit) {
        this.data = data;
        this.drift = drift;
        this.accounts = accounts;
        this.source = source;
        this.analyze = analyze;
        this.writer = writer;
        this.analyses = analyses;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Makes a new version from fresh data: when the case's snapshot is not of this trading day, or the case already has a
     * version, the household alone is collected and validated again first.
     */
    public Outcome forCase(CaseId about) {
        ProposalData.Answer answer = data.of(about);
        if (answer instanceof ProposalData.Answer.NotUsable notUsable)
            return notPossible(about, "its data is not usable: " + String.join("; ", notUsable.problems()));
        var usable = (ProposalData.Answer.Usable) answer;
        if (usable.fresh()) {
            DriftReport now = drift.measure(usable.household(), usable.market(), calendar.today());
            if (!now.outside()) return notPossible(about, "it is back inside its band: " + now.sentence());
        }
        return ask(about, usable);
    }

    private Outcome ask(CaseId about, ProposalData.Answer.Usable usable) {
        ProposalSource.Answer answer = source.propose(usable.household(), usable.market());
        if (answer instanceof ProposalSource.Answer.Refused refused) return notPossible(about, refused.reason());
        var proposed = (ProposalSource.Answer.Proposed) answer;
        if (proposed.trades().isEmpty()) return notPossible(about, proposed.origin() + " proposes no trade");
        List<String> problems = ProposalCheck.problems(
                usable.household(), usable.market(), accounts.of(usable.household()), proposed.trades());
        if (!problems.isEmpty())
            return notPossible(
                    about,
                    "the proposal of %s breaks rules: %s".formatted(proposed.origin(), String.join("; ", problems)));
        return keep(about, usable, proposed);
    }

    private Outcome keep(CaseId about, ProposalData.Answer.Usable usable, ProposalSource.Answer.Proposed proposed) {
        ProposalAnalysis analysis = analyze.of(usable.household(), usable.market(), proposed);
        ProposalVersion version = writer.write(new NewVersion(
                about,
                ProposalVersion.Kind.ORIGINAL,
                new PersonId(usable.household().adviser().value()),
                proposed.origin(),
                proposed.reference(),
                proposed.hash(),
                usable.snapshot(),
                proposed.trades(),
                "proposed by " + proposed.origin()));
        analyses.write(version.id(), analysis);
        Map<String, Object> facts = new LinkedHashMap<>(VersionFacts.of(version));
        facts.put("reference", proposed.reference());
        facts.put("policyHash", analysis.policyHash());
        audit.append(AuditEntry.ofCase(AuditEvent.PROPOSAL_MADE, about, facts).from(proposed.hash()));
        return new Outcome.Proposed(version.id());
    }

    private Outcome notPossible(CaseId about, String reason) {
        audit.append(AuditEntry.ofCase(AuditEvent.PROPOSAL_NOT_POSSIBLE, about, Map.of("reason", reason)));
        return new Outcome.NotPossible(reason);
    }

    public sealed interface Outcome {

        record Proposed(VersionId version) implements Outcome {}

        /** The household is set aside with the reason, for example no trade is possible or it went back inside its band. */
        record NotPossible(String reason) implements Outcome {}
    }
}
