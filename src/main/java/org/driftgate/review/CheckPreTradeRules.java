package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs the rules over the current version of a case, keeps the findings for the reviewer, and records who must sign. */
@Component
@Transactional
public class CheckPreTradeRules {

    private final Proposals proposals;
    private final Assess assess;
    private final Rules rules;
    private final FindingTable findings;
    private final CustodianFindings custodians;
    private final Requirements requirements;
    private final AuditLog audit;

    CheckPreTradeRules(
            Proposals proposals,
            Assess assess,
            Rules rules,
            FindingTable findings,
            CustodianFindings custodians,
            Requirements requirements,
            AuditLog audit) {
        this.proposals = proposals;
        this.assess = assess;
        this.rules = rules;
        this.findings = findings;
        this.custodians = custodians;
        this.requirements = requirements;
        this.audit = audit;
    }

    /** With what the custodians have just said of the current version. */
    public Facts forCase(CaseId about, List<CustodianFinding> said) {
        return check(
                current(about), said.stream().map(CustodianFinding::asFinding).toList());
    }

    /** With what the custodians said before of the lines that are still the same. */
    public Facts forCase(CaseId about) {
        ProposalVersion version = current(about);
        return check(version, custodians.of(version));
    }

    private ProposalVersion current(CaseId about) {
        return proposals
                .current(about)
                .orElseThrow(() -> new IllegalStateException("case %s has no proposal to check".formatted(about)));
    }

    private Facts check(ProposalVersion version, List<RuleFinding> said) {
        Assessment assessment = assess.of(version);
        List<RuleResult> results = rules.results(assessment, version.trades());
        List<RuleFinding> found = RuleFinding.worstFirst(RuleResult.findings(results), said);
        findings.keep(version.id(), found, results);
        Facts facts = facts(version, assessment, found);
        record(version, facts, found, results);
        requirements.record(version, facts.consentRequired(), found);
        return facts;
    }

    /** What the rules find now, kept when it is not what they found before: prices and days move on. */
    List<RuleFinding> again(ProposalVersion version) {
        List<RuleResult> results = rules.results(assess.of(version), version.trades());
        List<RuleFinding> found = RuleFinding.worstFirst(RuleResult.findings(results), custodians.of(version));
        if (!findings.of(version.id()).filter(found::equals).isPresent()) findings.keep(version.id(), found, results);
        return found;
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

    private void record(ProposalVersion version, Facts facts, List<RuleFinding> found, List<RuleResult> results) {
        audit.append(AuditEntry.ofCase(
                AuditEvent.RULES_CHECKED,
                version.about(),
                Map.ofEntries(
                        Map.entry("version", version.number()),
                        Map.entry("tradeHash", version.tradeHash()),
                        Map.entry("trades", facts.tradeCount()),
                        Map.entry("estimatedTax", facts.estimatedTax().toPlainString()),
                        Map.entry("budgetExceeded", facts.budgetExceeded()),
                        Map.entry("washSale", facts.washSale()),
                        Map.entry("consentRequired", facts.consentRequired()),
                        Map.entry("blocked", facts.blocked()),
                        Map.entry("findings", texts(found)),
                        Map.entry("objections", objections(results)),
                        Map.entry("rulesAsked", results.size()),
                        Map.entry("tables", tables(results)))));
    }

    private static List<String> texts(List<RuleFinding> found) {
        return found.stream()
                .map(finding -> "%s %s: %s".formatted(finding.severity(), finding.rule(), finding.sentence()))
                .toList();
    }

    private static List<String> objections(List<RuleResult> results) {
        return results.stream()
                .filter(result -> !result.isPassed())
                .map(RuleResult::text)
                .toList();
    }

    /** Which version of which table decided, with the SHA-256 of the file it was deployed in. */
    private static Map<String, String> tables(List<RuleResult> results) {
        var tables = new TreeMap<String, String>();
        results.forEach(result ->
                tables.put(result.ruling().decidedBy(), result.ruling().hash()));
        return tables;
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
