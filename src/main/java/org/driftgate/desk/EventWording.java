package org.driftgate.desk;

import org.driftgate.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** The wording of the record's events: facts in braces, a clause in brackets only where its facts are known. */
final class EventWording {

    private static final String MAIL = "“{subject}” to {recipient}, answered {serverReply}";
    private static final String ORDER = "Line {line}";

    private EventWording() {}

    static @Nullable String of(AuditEvent event) {
        return switch (event) {
            case CASE_OPENED, PROPOSAL_NOT_POSSIBLE, HOUSEHOLD_SET_ASIDE -> "{reason}";
            case DRIFT_MEASURED, BREAK_FOUND -> "{sentence}";
            case DRIFT_NOTED_IN_CRM, RECORDED_IN_CRM -> "Entry {crmId} in {crm}";
            case PROPOSAL_MADE -> "Version {version} from {origin}, recommended by {proposedBy}: {lines}";
            case PROPOSAL_CHANGED -> "{reason}";
            case RULES_CHECKED -> "{trades} trades of version {version}, estimated tax ${estimatedTax}. [{findings}]";
            case REVIEW_HELD -> "Until {holdUntil}: {reason}";
            case ADVISER_ASKED -> "{question}";
            case QUESTION_ANSWERED -> "{answer}";
            case DRAFT_SAVED -> "Version {version}";
            case SIGNED_OFF -> "Version {version} for {tier}[: {comment}]";
            case VERDICT_GIVEN -> "Version {version} is {decision}[, valid until {expiresAt}][: {comment}]";
            case DECISION_REFUSED -> "{problems}";
            case TIERS_REQUIRED -> "Version {version} needs {tiers}: {because}";
            case FINDING_OVERRIDDEN -> "Rule {rule} set aside, version {version} needs somebody else: {reason}";
            case SCENARIO_COMMITTED ->
                "Scenario {scenario} takes the place of version {before} as version {version}: {reason}";
            case APPROVAL_REVOKED -> "The approval of version {version} by {approvedBy} is taken back: {reason}";
            case GATE_REFUSED -> "Refused {attempt} of version {version}: {problems}";
            case LOTS_CHOSEN -> "For version {version}[: {note}]";
            case CONSENT_RECORDED -> "{client} by {channel}, {saidAt}. Given: {given}.[ {note}]";
            case HANDLED_MANUALLY -> "[{situation}: ]{outcome}";
            default -> afterReview(event);
        };
    }

    private static @Nullable String afterReview(AuditEvent event) {
        return switch (event) {
            case RELEASE_CHECKED -> "{verdict}[: {reasons}]";
            case SENDING_STOPPED, SENDING_RESTART_AGREED, SENDING_RESTARTED, SENDING_RESTART_REFUSED -> "{reason}";
            case ORDER_CLAIMED ->
                ORDER
                        + ": {side} {quantity} {symbol} in {account}, limit ${limit}[, placed by {placedBy}][. The custodian said before it was sent: {warnings}]";
            case ORDER_ACKNOWLEDGED -> ORDER + "[, custodian's number {reference}][, {state}]";
            case ORDER_REJECTED -> ORDER + ": {code} {message}";
            case ORDER_UNKNOWN -> "[" + ORDER + ": ]{message}";
            case ORDER_CLOSED -> ORDER + " is {state}";
            case FILL_RECEIVED -> ORDER + ": {quantity} shares at ${price}";
            case EXCEPTION_FLAGGED -> "{whatHappened}";
            case EXCEPTION_RESOLVED -> "{action}[, reference {reference}]: {reason}";
            case BREAK_RESOLVED -> "{note}[ It concerned: {breaks}]";
            case EXECUTIONS_RECONCILED -> "{filled} of {orders} orders filled, {breaks} differences";
            case CLIENT_NOTIFIED -> "{template} to {recipient}, answered {serverReply}";
            case NOTICE_SUPPRESSED -> "[{recipient}: ]{reason}";
            case NOTICE_LOGGED -> "Entry {crmId} in {crm}; the mail server had answered {serverReply}";
            case ADVISER_ALERTED, REMINDER_SENT, ESCALATED, SUMMARY_SENT, TRADING_DESK_TOLD -> MAIL;
            case CASE_CLOSED -> "{reason}";
            case ATTEMPT_REFUSED -> "{attempt}: {refusal}";
            default -> null;
        };
    }
}
