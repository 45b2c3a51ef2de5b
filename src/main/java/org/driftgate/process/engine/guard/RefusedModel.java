package org.driftgate.process.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;

/** A deployment that the guard refuses; engine-rest answers 400 with the list of problems, which Modeler shows. */
final class RefusedModel extends ParseException {

    private static final long serialVersionUID = 1L;
    static final int STATUS = 400;

    RefusedModel(String resource, List<Finding> findings) {
        super(sentence(resource, findings), resource, List.<Problem>copyOf(findings), List.of());
    }

    private static String sentence(String resource, List<Finding> findings) {
        String all = findings.stream()
                .map(Finding::getMessage)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return "'%s' was not deployed and nothing was changed. %s".formatted(resource, all);
    }
}
