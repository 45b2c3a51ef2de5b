package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets a finding that forbids approval aside: the same trades become a version of the person who does it, so that somebody
 * else signs. Rules that are the client's own word are never set aside.
 */
@Component
@Transactional
public class OverrideFinding {

    private static final int SHORTEST_REASON = 10;

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final StaleScreen staleScreen;
    private final ChangeProposal changes;
    private final Overrides overrides;
    private final FindingTable findings;
    private final CheckPreTradeRules check;
    private final AuditLog audit;

    OverrideFinding(
            Proposals proposals,
            Verdicts verdicts,
            StaleScreen staleScreen,
            ChangeProposal changes,
            Overrides overrides,
            FindingTable findings,
            CheckPreTradeRules check,
            AuditLog audit) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.staleScreen = staleScreen;
        this.changes = changes;
        this.overrides = overrides;
        this.findings = findings;
        this.check = check;
        this.audit = audit;
    }

    /** What the person asks for, bound to the version and hash that were on the screen. */
    public record Request(int version, String tradeHash, String rule, String reason) {}

    public Outcome override(CaseId about, Request request, PersonId person) {
        verdicts.lock(about);
        ProposalVersion version = proposals.current(about).orElseThrow();
        List<String> moved = staleScreen.changes(version, request.version(), request.tradeHash());
        if (!moved.isEmpty()) return new Outcome.Moved(moved);
        if (verdicts.of(version.id()).isPresent())
            return new Outcome.Moved(List.of("version %d is already decided".formatted(version.number())));
        List<String> problems = problems(version, request, person);
        if (!problems.isEmpty()) return refused(version, person, problems);
        return record(
                version,
                RuleFinding.Rule.valueOf(request.rule()),
                request.reason().strip(),
                person);
    }

    private Outcome record(ProposalVersion version, RuleFinding.Rule rule, String reason, PersonId person) {
        ProposalVersion own = proposals.version(changes.replace(
                version.about(), version.trades(), person, "%s overridden: %s".formatted(rule, reason)));
        overrides.keep(own, rule, person, reason);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.FINDING_OVERRIDDEN,
                        version.about(),
                        Map.of(
                                "before", version.number(),
                                "version", own.number(),
                                "tradeHash", own.tradeHash(),
                                "rule", rule.name(),
                                "reason", reason))
                .by(person));
        check.forCase(version.about());
        return new Outcome.Recorded(Route.SECOND_REVIEWER, own.id());
    }

    private List<String> problems(ProposalVersion version, Request request, PersonId person) {
        var problems = new ArrayList<String>();
        if (request.reason().strip().length() < SHORTEST_REASON)
            problems.add("an override needs a reason of at least %d characters".formatted(SHORTEST_REASON));
        if (person.equals(version.proposedBy()))
            problems.add("%s proposed version %d; somebody else overrides".formatted(person, version.number()));
        if (!RuleFinding.isOverridable(request.rule()))
            problems.add("rule %s is never overridden".formatted(request.rule()));
        else if (findings.of(version.id()).orElse(List.of()).stream()
                .noneMatch(found -> found.isBlock() && found.rule().name().equals(request.rule())))
            problems.add("rule %s does not forbid version %d".formatted(request.rule(), version.number()));
        if (problems.isEmpty()) problems.addAll(changes.problems(version.about(), version.trades()));
        return problems;
    }

    private Outcome refused(ProposalVersion version, PersonId person, List<String> problems) {
        audit.append(GateRefusal.of(version, "override", problems).by(person));
        return new Outcome.Refused(problems);
    }
}
