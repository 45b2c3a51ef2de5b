package org.driftgate.process;

import static org.driftgate.process.ProcessVariable.flag;

import java.util.List;

/** The names that {@code processes/execution-polling.bpmn} and the code share. */
public final class ExecutionPollingBpmn {

    public static final String PROCESS = "execution-polling";

    public static final ProcessVariable<Boolean> ORDERS_OVERDUE = flag("ordersOverdue");

    /** Handed from one step to the next inside one transaction and never stored. */
    @SuppressWarnings("rawtypes")
    static final ProcessVariable<List> CHANGED_CASES = new ProcessVariable<>("changedCases", List.class);

    private ExecutionPollingBpmn() {}
}
