package org.driftgate.review;

import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.ScenarioOrders.Scenario;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the orders of a compared scenario in the place of the version under review. Whoever chose it is their proposer, so
 * that somebody else signs; which scenario it was stays in the record.
 */
@Component
@Transactional
public class CommitScenario {

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final StaleScreen staleScreen;
    private final ChangeJudgement judgement;
    private final ChangeProposal changes;
    private final CheckPreTradeRules check;
    private final AuditLog audit;

    CommitScenario(
            Proposals proposals,
            Verdicts verdicts,
            StaleScreen staleScreen,
            ChangeJudgement judgement,
            ChangeProposal changes,
            CheckPreTradeRules check,
            AuditLog audit) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.staleScreen = staleScreen;
        this.judgement = judgement;
        this.changes = changes;
        this.check = check;
        this.audit = audit;
    }

    /** The version and hash that were on the screen, and why this scenario. */
    public record Request(int version, String tradeHash, String reason) {}

    public Outcome commit(CaseId about, Scenario scenario, Request request, PersonId person) {
        verdicts.lock(about);
        ProposalVersion version = proposals.current(about).orElseThrow();
        List<String> moved = staleScreen.changes(version, request.version(), request.tradeHash());
        if (!moved.isEmpty()) return new Outcome.Moved(moved);
        if (verdicts.of(version.id()).isPresent())
            return new Outcome.Moved(List.of("version %d is already decided".formatted(version.number())));
        List<String> problems = problems(version, scenario);
        if (!problems.isEmpty()) {
            audit.append(GateRefusal.of(version, "commit of scenario " + scenario.name(), problems)
                    .by(person));
            return new Outcome.Refused(problems);
        }
        return record(version, scenario, request.reason().strip(), person);
    }

    private List<String> problems(ProposalVersion version, Scenario scenario) {
        if (scenario.trades().isEmpty())
            return List.of("scenario %s has no orders: %s".formatted(scenario.name(), scenario.reason()));
        return judgement.of(version, scenario.trades()) instanceof ChangeJudgement.Judgement.Impossible impossible
                ? impossible.problems()
                : List.of();
    }

    private Outcome record(ProposalVersion before, Scenario scenario, String reason, PersonId person) {
        ProposalVersion chosen = proposals.version(changes.replace(
                before.about(), scenario.trades(), person, "Scenario %s: %s".formatted(scenario.name(), reason)));
        audit.append(AuditEntry.ofCase(
                        AuditEvent.SCENARIO_COMMITTED,
                        before.about(),
                        Map.of(
                                "scenario", scenario.name(),
                                "policy", scenario.keys(),
                                "policyHash", scenario.policyHash(),
                                "before", before.number(),
                                "version", chosen.number(),
                                "tradeHash", chosen.tradeHash(),
                                "reason", reason))
                .by(person));
        check.forCase(before.about());
        return new Outcome.Recorded(Route.SECOND_REVIEWER, chosen.id());
    }
}
