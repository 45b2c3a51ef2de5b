package org.driftgate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The log-in of the adviser whose household the case is about; nobody while that is not known. */
final class OwnAdviser implements Expression {

    /** The process variable that every case gets at its start. */
    private static final String ADVISER = "adviser";

    @Override
    public Object getValue(VariableScope scope) {
        return scope.getVariable(ADVISER) instanceof String adviser ? List.of(adviser) : List.of();
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException("the adviser of a case is not changed through a task");
    }

    @Override
    public String getExpressionText() {
        return "the household's adviser";
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
