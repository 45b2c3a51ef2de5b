package org.driftgate.process;

import static org.driftgate.process.FormFields.refusal;
import static org.driftgate.process.FormFields.required;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.Consents;
import org.driftgate.review.Consents.Consent;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** What a client said, from {@code forms/record-consent.form}. */
@Component
class ConsentForm implements SmallForm {

    /** GIVEN or REFUSED. */
    static final ProcessVariable<String> CONSENT = ProcessVariable.text("consent");

    static final ProcessVariable<String> CLIENT = ProcessVariable.text("consentClient");
    static final ProcessVariable<String> CHANNEL = ProcessVariable.text("consentChannel");
    /** With its offset, such as 2026-11-20T14:30+00:00. */
    static final ProcessVariable<String> AT = ProcessVariable.text("consentAt");

    static final ProcessVariable<String> NOTE = ProcessVariable.text("consentNote");

    private final TaskDecisions decisions;
    private final Consents consents;
    private final Proposals proposals;

    ConsentForm(TaskDecisions decisions, Consents consents, Proposals proposals) {
        this.decisions = decisions;
        this.consents = consents;
        this.proposals = proposals;
    }

    @Override
    public String task() {
        return DriftToNotificationBpmn.RECORD_CONSENT;
    }

    @Override
    public void record(DelegateTask task) {
        CaseId about = DriftToNotificationBpmn.caseOf(task.getExecution());
        PersonId person = EnginePerson.completing(task);
        Consent consent = read(task, about);
        List<String> problems = consents.record(about, consent, person);
        if (!problems.isEmpty()) throw refusal(task, FormFields.sentence(problems));
        DriftToNotificationBpmn.CONSENT_GIVEN.set(task, consent.given());
        DriftToNotificationBpmn.STATE_REASON.set(task, RoutingFacts.shortened(consent.note()));
        decisions.record(task.getId(), about, task(), consent.given() ? "GIVEN" : "REFUSED", person);
    }

    private Consent read(DelegateTask task, CaseId about) {
        boolean given = required(task, CONSENT, "what the client said").equals("GIVEN");
        String client = required(task, CLIENT, "who of the client's side said it");
        String channel = required(task, CHANNEL, "the channel");
        Instant at = instant(task, required(task, AT, "the time"));
        String note = NOTE.take(task).orElse("");
        int version = proposals
                .current(about)
                .orElseThrow(() -> refusal(task, "There is no proposal."))
                .number();
        return new Consent(version, given, client, channel, at, note);
    }

    private static Instant instant(DelegateTask task, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refusal(task, "The time is not understood: " + text + ".");
        }
    }
}
