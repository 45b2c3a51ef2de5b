package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.driftgate.drift.DriftLog;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles what a reviewer sees of a version, or of the same version with edits that nobody has recorded. */
@Component
class ReviewViews {

    private final Cases cases;
    private final Proposals proposals;
    private final DriftLog driftLog;
    private final Verdicts verdicts;
    private final ReviewEvents events;
    private final Signatures signatures;
    private final Overrides overrides;
    private final Assess assess;
    private final ReviewSettings settings;

    ReviewViews(
            Cases cases,
            Proposals proposals,
            DriftLog driftLog,
            Verdicts verdicts,
            ReviewEvents events,
            Signatures signatures,
            Overrides overrides,
            Assess assess,
            ReviewSettings settings) {
        this.cases = cases;
        this.proposals = proposals;
        this.driftLog = driftLog;
        this.verdicts = verdicts;
        this.events = events;
        this.signatures = signatures;
        this.overrides = overrides;
        this.assess = assess;
        this.settings = settings;
    }

    ReviewView of(
            ProposalVersion version,
            List<Trade> trades,
            Assessment assessment,
            List<RuleFinding> findings,
            List<RuleResult> results) {
        CaseId about = version.about();
        RebalancingCase current = cases.get(about);
        Household household = assessment.household();
        List<ProposalVersion> versions = proposals.ofCase(about);
        ProposalVersion original = original(version, versions);
        return new ReviewView(
                about.value(),
                household.id().value(),
                household.name(),
                current.adviser().value(),
                current.state().name(),
                settings.approvalModeOf(household).name(),
                version.number(),
                version.tradeHash(),
                version.origin(),
                approvedUntil(version),
                pricesAsOf(assessment),
                assessment.before().value().amount(),
                driftLog.of(about).sentence(),
                assessment.before().basis().name(),
                AllocationView.of(assessment),
                AllocationView.tiersOf(assessment),
                lines(version, trades, assessment, findings, original),
                TaxView.units(assessment),
                assessment.estimatedTax().amount(),
                findings.stream().map(finding -> finding(version, finding)).toList(),
                results.stream().map(ReviewViews::rule).toList(),
                signatures(version),
                household.restrictions().stream().map(RestrictionText::of).toList(),
                considered(assessment),
                notConsidered(assessment),
                events.thread(about),
                versions.stream().map(ReviewViews::version).toList(),
                proposals
                        .analysisOf(original.id())
                        .map(analysis -> AnalysisView.of(original, analysis))
                        .orElse(null));
    }

    /** What the source proposed before it was changed. */
    private static ProposalVersion original(ProposalVersion version, List<ProposalVersion> versions) {
        return versions.stream()
                .filter(earlier -> earlier.kind() == ProposalVersion.Kind.ORIGINAL)
                .filter(earlier -> earlier.number() <= version.number())
                .reduce((first, second) -> second)
                .orElse(version);
    }

    private List<ReviewView.Line> lines(
            ProposalVersion version,
            List<Trade> trades,
            Assessment assessment,
            List<RuleFinding> findings,
            ProposalVersion original) {
        LocalDate day = assess.saleDay(version);
        var highGain = new Money(settings.highGain());
        return trades.stream()
                .map(trade -> LineView.of(trade, original, assessment, findings, day, highGain))
                .toList();
    }

    private @Nullable String approvedUntil(ProposalVersion version) {
        return verdicts.of(version.id())
                .filter(verdict -> verdict.approved() && !verdict.revoked())
                .map(Verdict::expiresAt)
                .map(Instant::toString)
                .orElse(null);
    }

    /** The oldest price of anything held or traded. */
    private static Instant pricesAsOf(Assessment assessment) {
        return assessment.traded().accounts().stream()
                .flatMap(account -> account.positions().stream())
                .flatMap(position ->
                        Optional.ofNullable(assessment.market().securities().get(position.symbol())).stream())
                .map(Security::pricedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static List<ReviewView.AccountView> considered(Assessment assessment) {
        return assessment.accounts().tradable().stream()
                .map(account -> account(account, assessment, AccountNote.of(account, assessment)))
                .toList();
    }

    private static List<ReviewView.AccountView> notConsidered(Assessment assessment) {
        return assessment.accounts().setAside().stream()
                .map(aside -> account(aside.account(), assessment, aside.reason()))
                .toList();
    }

    private static ReviewView.AccountView account(Account account, Assessment assessment, String note) {
        return new ReviewView.AccountView(
                account.id().value(),
                account.registration().name(),
                account.custodian(),
                value(account, assessment),
                note);
    }

    private static BigDecimal value(Account account, Assessment assessment) {
        return account.positions().stream()
                .flatMap(position ->
                        Optional.ofNullable(assessment.market().securities().get(position.symbol()))
                                .map(security -> position.quantity().at(security.price()))
                                .stream())
                .reduce(account.cash(), Money::plus)
                .amount();
    }

    private ReviewView.FindingView finding(ProposalVersion version, RuleFinding finding) {
        String rule = finding.rule().name();
        return new ReviewView.FindingView(
                rule,
                finding.severity().name(),
                finding.sentence(),
                finding.lines(),
                overrides.forbids(version, finding) && RuleFinding.isOverridable(rule),
                overrides.of(version.id()).stream()
                        .filter(one -> one.rule().equals(rule))
                        .map(one -> one.person().value())
                        .findFirst()
                        .orElse(null));
    }

    private static ReviewView.RuleView rule(RuleResult result) {
        PreTradeCheck.Ruling ruling = result.ruling();
        return new ReviewView.RuleView(
                result.rule().name(),
                ruling.row(),
                ruling.outcome().name(),
                result.subject(),
                result.actual(),
                ruling.limit(),
                result.lines(),
                ruling.from(),
                ruling.to(),
                ruling.decidedBy());
    }

    private List<ReviewView.Signature> signatures(ProposalVersion version) {
        List<SignOff> given = signatures.of(version.id());
        return signatures.required(version.id()).stream()
                .map(tier -> given.stream()
                        .filter(signed -> signed.tier() == tier)
                        .findFirst()
                        .map(signed -> new ReviewView.Signature(
                                tier.name(), tier.label(), signed.person().value(), signed.at()))
                        .orElseGet(() -> new ReviewView.Signature(tier.name(), tier.label(), null, null)))
                .toList();
    }

    private static ReviewView.Version version(ProposalVersion version) {
        return new ReviewView.Version(
                version.number(),
                version.kind().name(),
                version.proposedBy().value(),
                version.createdAt(),
                version.tradeHash(),
                version.trades().size());
    }
}
