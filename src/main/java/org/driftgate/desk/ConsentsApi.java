package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.process.CaseTasks;
import org.driftgate.review.Consents;
import org.driftgate.review.ReviewView;
import org.driftgate.review.Reviews;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients of accounts without discretion say to exactly one version. */
@RestController
@RequestMapping("/api/consents/{caseId}")
@Tag(name = "Consents")
class ConsentsApi {

    private final OpenCases cases;
    private final Consents consents;
    private final Reviews reviews;
    private final Snapshots snapshots;
    private final CaseTasks tasks;
    private final FirmTime time;

    ConsentsApi(
            OpenCases cases, Consents consents, Reviews reviews, Snapshots snapshots, CaseTasks tasks, FirmTime time) {
        this.cases = cases;
        this.consents = consents;
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.tasks = tasks;
        this.time = time;
    }

    @GetMapping
    @Operation(summary = "What needs consent: the version's trades in accounts without discretion, and what was said")
    ConsentAnswer view(@PathVariable String caseId, Authentication who) {
        RebalancingCase about = cases.proposed(caseId, who);
        ReviewView review = reviews.view(about.id());
        Household household = snapshots.household(about.snapshot(), about.id().household());
        List<AccountLine> accounts = household.accounts().stream()
                .filter(account -> !account.discretionary())
                .map(AccountLine::of)
                .toList();
        Set<String> needing = accounts.stream().map(AccountLine::account).collect(Collectors.toSet());
        return new ConsentAnswer(
                caseId,
                about.householdName(),
                review.version(),
                review.tradeHash(),
                consents.isMissing(about.id()),
                accounts,
                review.lines().stream()
                        .filter(line -> needing.contains(line.account()))
                        .toList(),
                consents.of(about.id()).orElse(null));
    }

    @PostMapping
    @Operation(summary = "Record who of the client's side said what, how and when")
    CasesApi.CaseAnswer record(@PathVariable String caseId, @Valid @RequestBody ConsentBody body, Authentication who) {
        List<String> problems =
                tasks.recordConsent(cases.id(caseId, who), body.read(time), new PersonId(who.getName()));
        if (!problems.isEmpty()) throw Answers.refused(problems);
        return CasesApi.CaseAnswer.of(cases.find(caseId, who));
    }

    record ConsentBody(
            @NotNull Integer version,
            @NotNull Boolean given,
            @NotBlank String client,
            @NotBlank String channel,
            @NotBlank String at,
            @Nullable String note) {

        Consents.Consent read(FirmTime time) {
            Instant said = time.read("at", at);
            return new Consents.Consent(version, given, client, channel, said, note == null ? "" : note);
        }
    }

    record AccountLine(String account, String owner, String registration) {

        static AccountLine of(Account account) {
            return new AccountLine(
                    account.id().value(),
                    account.owner(),
                    account.registration().name());
        }
    }

    record ConsentAnswer(
            String caseId,
            String householdName,
            int version,
            String tradeHash,
            boolean missing,
            List<AccountLine> accounts,
            List<ReviewView.Line> lines,
            Consents.@Nullable Consent recorded) {}
}
