package org.driftgate.process;

import static org.driftgate.process.ProcessVariable.flag;
import static org.driftgate.process.ProcessVariable.number;
import static org.driftgate.process.ProcessVariable.text;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.shared.CaseId;

/** The names that {@code processes/drift-to-notification.bpmn} and the code share. The business key is the case id. */
public final class DriftToNotificationBpmn {

    public static final String PROCESS = "drift-to-notification";
    public static final String EXECUTIONS_ARRIVED = "executionsArrived";
    public static final String APPROVAL_REVOKED = "approvalRevoked";
    public static final String TRADE_REJECTED = "tradeRejected";
    public static final String NOT_RELEASED = "notReleased";
    public static final String TAX_REVIEW_DECISION = "tax-review";
    public static final String REVIEW_TIERS_DECISION = "review-tiers";

    public static final String HANDLE_MANUALLY = "handleManually";
    public static final String REVIEW_PROPOSAL = "reviewProposal";
    public static final String ANSWER_QUESTION = "answerQuestion";
    public static final String REVIEW_TAX_LOTS = "reviewTaxLots";
    public static final String RECORD_CONSENT = "recordConsent";
    public static final String RESOLVE_EXCEPTION = "resolveException";
    public static final String RESOLVE_BREAK = "resolveBreak";

    /** For people: the columns of Tasklist. */
    public static final ProcessVariable<String> CASE_ID = text("caseId");

    public static final ProcessVariable<String> RUN_ID = text("runId");
    public static final ProcessVariable<String> HOUSEHOLD_NAME = text("householdName");
    public static final ProcessVariable<String> ADVISER = text("adviser");
    public static final ProcessVariable<Double> MAX_DRIFT_PCT = number("maxDriftPct");
    public static final ProcessVariable<Integer> TRADE_COUNT = new ProcessVariable<>("tradeCount", Integer.class);
    public static final ProcessVariable<Double> EST_TAX_USD = number("estTaxUsd");
    public static final ProcessVariable<String> RESTRICTION_FLAGS = text("restrictionFlags");
    public static final ProcessVariable<Boolean> AGEING = flag("ageing");

    /** For the routing: what the gateways and the decision table look at. */
    public static final ProcessVariable<Boolean> LIFE_EVENT = flag("lifeEvent");

    public static final ProcessVariable<Boolean> TRADES_POSSIBLE = flag("tradesPossible");
    public static final ProcessVariable<Boolean> BUDGET_EXCEEDED = flag("budgetExceeded");
    public static final ProcessVariable<Boolean> WASH_SALE = flag("washSale");
    public static final ProcessVariable<Boolean> SHORT_TERM_GAIN = flag("shortTermGain");
    public static final ProcessVariable<Double> ESTIMATED_TAX = number("estimatedTax");
    public static final ProcessVariable<Boolean> TAX_REVIEW_REQUIRED = flag("taxReviewRequired");
    public static final ProcessVariable<String> REVIEW_ROUTE = text("reviewRoute");
    public static final ProcessVariable<Date> HOLD_UNTIL = new ProcessVariable<>("holdUntil", Date.class);
    public static final ProcessVariable<Boolean> QUANTITIES_CHANGED = flag("quantitiesChanged");
    public static final ProcessVariable<Boolean> CONSENT_MISSING = flag("consentMissing");
    public static final ProcessVariable<Boolean> CONSENT_GIVEN = flag("consentGiven");
    public static final ProcessVariable<Date> RELEASE_AT = new ProcessVariable<>("releaseAt", Date.class);
    public static final ProcessVariable<String> RELEASE_VERDICT = text("releaseVerdict");
    public static final ProcessVariable<String> EXECUTION_STATE = text("executionState");
    public static final ProcessVariable<String> RESOLUTION = text("resolution");
    /** Orders were filled before this point: the case must not end without telling the client. */
    public static final ProcessVariable<Boolean> TRADED_ALREADY = flag("tradedAlready");

    /** What was not sent will not be sent any more. */
    public static final ProcessVariable<Boolean> REST_LAPSED = flag("restLapsed");

    public static final ProcessVariable<Boolean> TRADED_ANYTHING = flag("tradedAnything");

    /** Something was reported that does not fit and nobody has explained. */
    public static final ProcessVariable<Boolean> BREAKS_FOUND = flag("breaksFound");

    /** Shown on the small forms: the reviewer's question, the life event, what does not fit. */
    public static final ProcessVariable<String> QUESTION = text("question");

    public static final ProcessVariable<String> SITUATION = text("situation");
    public static final ProcessVariable<String> FOUND_BREAKS = text("foundBreaks");

    /** Why the next state is entered; read once. */
    public static final ProcessVariable<String> STATE_REASON = text("stateReason");

    public static final ProcessVariable<String> ERROR_CODE = text("errorCode");
    public static final ProcessVariable<String> REJECTION = text("rejection");

    private DriftToNotificationBpmn() {}

    static CaseId caseOf(DelegateExecution execution) {
        return new CaseId(execution.getProcessBusinessKey());
    }
}
