package org.driftgate.process.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/** What is wrong with one element of a resource, and by which rule. */
record Finding(String element, String rule, String sentence) implements Problem {

    @Override
    public String getMessage() {
        String where = element.isEmpty() ? "" : "Element '%s': ".formatted(element);
        return "%s%s (rule: %s).".formatted(where, sentence, rule);
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getColumn() {
        return 0;
    }

    @Override
    public String getMainElementId() {
        return element;
    }

    @Override
    public List<String> getElementIds() {
        return element.isEmpty() ? List.of() : List.of(element);
    }
}
