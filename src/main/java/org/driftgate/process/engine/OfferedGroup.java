package org.driftgate.process.engine;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A group that the model gives a task to, unless the task that opens is for a person. Decided before the task exists: what
 * a listener takes away while it opens is not in the database yet and stays.
 */
record OfferedGroup(Expression group, Predicate<DelegateExecution> isOffered) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
        boolean toSomebody = scope instanceof DelegateExecution execution && !isOffered.test(execution);
        return toSomebody ? List.of() : group.getValue(scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        group.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return group.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return group.isLiteralText();
    }
}
