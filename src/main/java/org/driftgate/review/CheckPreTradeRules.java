package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs the rules over the current version of a case and keeps the findings for the reviewer. */
@Component
@Transactional
public class CheckPreTradeRules {

    private final Proposals proposals;
    private final Assess assess;
    private final Rules rules;
    private final FindingTable findings;
    private final AuditLog audit;

    CheckPreTradeRules(Proposals proposals, Assess assess, Rules rules, FindingTable findings, AuditLog audit) {
        this.proposals = proposals;
        this.assess = assess;
        this.rules = rules;
        this.findings = findings;
        this.audit = audit;
    }

    public Facts forCase(CaseId about) {
        ProposalVersion version = proposals
                .current(about)
                .orElseThrow(() -> new IllegalStateException("case %s has no proposal to check".formatted(about)));
        Assessment assessment = assess.of(version);
        List<RuleFinding> found = rules.findings(assessment, version.trades());
        findings.keep(version.id(), found);
        Facts facts = facts(version, assessment, found);
        record(version, facts, found);
        return facts;
    }

    private static Facts facts(ProposalVersion version, Assessment assessment, List<RuleFinding> found) {
        return new Facts(
                version.trades().size(),
                assessment.estimatedTax().amount(),
                assessment.isOverBudget(),
                !assessment.washSales().isEmpty(),
                assessment.hasShortTermGain(),
                Consents.isRequired(version, assessment.household()),
                found.stream().anyMatch(RuleFinding::isBlock),
                assessment.household().restrictions().stream()
                        .map(RestrictionText::of)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private void record(ProposalVersion version, Facts facts, List<RuleFinding> found) {
        audit.append(AuditEntry.ofCase(
                AuditEvent.RULES_CHECKED,
                version.about(),
                Map.of(
                        "version", version.number(),
                        "tradeHash", version.tradeHash(),
                        "trades", facts.tradeCount(),
                        "estimatedTax", facts.estimatedTax().toPlainString(),
                        "budgetExceeded", facts.budgetExceeded(),
                        "washSale", facts.washSale(),
                        "consentRequired", facts.consentRequired(),
                        "blocked", facts.blocked(),
                        "findings",
                                found.stream()
                                        .map(finding -> "%s %s: %s"
                                                .formatted(finding.severity(), finding.rule(), finding.sentence()))
                                        .toList())));
    }

    /**
     * What the routing decision looks at. {@code estimatedTax} in dollars, netted per tax unit; {@code budgetExceeded}:
     * some tax unit's gain budget is overrun; {@code blocked}: some finding forbids approval as it stands.
     */
    public record Facts(
            int tradeCount,
            BigDecimal estimatedTax,
            boolean budgetExceeded,
            boolean washSale,
            boolean shortTermGain,
            boolean consentRequired,
            boolean blocked,
            String restrictionFlags) {}
}
