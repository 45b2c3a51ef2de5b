package org.driftgate.process;

import static org.driftgate.process.ProcessVariable.flag;
import static org.driftgate.process.ProcessVariable.text;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.shared.RunId;

/** The names that {@code processes/rebalancing-run.bpmn} and the code share. The business key is the run id. */
public final class RebalancingRunBpmn {

    public static final String PROCESS = "rebalancing-run";
    public static final String RUN_REQUESTED = "runRequested";
    public static final String SNAPSHOT_INCOMPLETE = "snapshotIncomplete";

    public static final ProcessVariable<String> RUN_ID = text("runId");
    /** Set by the start form: why, and household ids separated by commas (empty means all). */
    public static final ProcessVariable<String> RUN_REASON = text("runReason");

    public static final ProcessVariable<String> HOUSEHOLDS = text("households");
    public static final ProcessVariable<Boolean> RUN_DUE = flag("runDue");
    public static final ProcessVariable<String> SKIP_REASON = text("skipReason");
    public static final ProcessVariable<Boolean> CASES_LEFT = flag("casesLeft");
    public static final ProcessVariable<Boolean> SETTLED = flag("settled");
    public static final ProcessVariable<String> ABORT_REASON = text("abortReason");
    public static final ProcessVariable<String> ERROR_CODE = text("errorCode");

    private RebalancingRunBpmn() {}

    static RunId runOf(DelegateExecution execution) {
        return new RunId(RUN_ID.from(execution));
    }
}
