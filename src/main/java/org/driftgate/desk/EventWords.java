package org.driftgate.desk;

import org.driftgate.audit.AuditEvent;

/** What the record's events are called on a page. */
final class EventWords {

    private EventWords() {}

    static String of(AuditEvent event) {
        return switch (event) {
            case RUN_STARTED -> "Run started";
            case SNAPSHOT_COLLECTED -> "Portfolio data collected";
            case SNAPSHOT_REJECTED -> "Portfolio data refused";
            case ADMINISTRATOR_ALERTED -> "Administrator alerted";
            case RUN_ABORTED -> "Run aborted";
            case HOUSEHOLD_SET_ASIDE -> "Household set aside";
            case DRIFT_MEASURED -> "Drift measured";
            case CASE_OPENED -> "Case opened";
            case DRIFT_NOTED_IN_CRM -> "Drift noted in the CRM";
            case PROPOSAL_MADE -> "Trades proposed";
            case PROPOSAL_NOT_POSSIBLE -> "No proposal possible";
            case RULES_CHECKED -> "Pre-trade rules checked";
            case REVIEW_HELD -> "Review held";
            case ADVISER_ASKED -> "Adviser asked";
            case QUESTION_ANSWERED -> "Adviser answered";
            case DRAFT_SAVED -> "Draft saved";
            case PROPOSAL_CHANGED -> "Proposal changed";
            case SCENARIO_COMMITTED -> "Scenario chosen";
            case SIGNED_OFF -> "Signed off";
            case VERDICT_GIVEN -> "Verdict given";
            case DECISION_REFUSED -> "Decision refused";
            case LOTS_CHOSEN -> "Tax lots chosen";
            case CONSENT_RECORDED -> "Client consent recorded";
            case RELEASE_CHECKED -> "Checked again before release";
            case ORDER_CLAIMED -> "Order claimed for sending";
            case ORDER_ACKNOWLEDGED -> "Order accepted by the custodian";
            case ORDER_REJECTED -> "Order rejected by the custodian";
            case ORDER_UNKNOWN -> "Order in doubt";
            case FILL_RECEIVED -> "Fill received";
            case EXECUTION_QUARANTINED -> "Execution quarantined";
            case ORDER_CLOSED -> "Order closed";
            case EXCEPTION_FLAGGED -> "Execution exception";
            case ADVISER_ALERTED -> "Adviser alerted";
            case EXCEPTION_RESOLVED -> "Exception resolved";
            case HANDLED_MANUALLY -> "Handled by hand";
            case EXECUTIONS_RECONCILED -> "Executions reconciled";
            case BREAK_FOUND -> "Difference found";
            case BREAK_RESOLVED -> "Break explained";
            case TRADING_DESK_TOLD -> "Trading desk told";
            case RECORDED_IN_CRM -> "Trades recorded in the CRM";
            case CLIENT_NOTIFIED -> "Client told";
            case NOTICE_SUPPRESSED -> "Notice not sent";
            case NOTICE_LOGGED -> "Notice logged in the CRM";
            case CASE_CLOSED -> "Case closed";
            case REMINDER_SENT -> "Reminder sent";
            case ESCALATED -> "Escalated";
            case SUMMARY_SENT -> "Summary sent";
            case RUN_FINISHED -> "Run finished";
            case ATTEMPT_REFUSED -> "Attempt refused";
            default -> sentence(event.name());
        };
    }

    /** The event's name as words, for events without a wording of their own. */
    static String sentence(String name) {
        String words = name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
