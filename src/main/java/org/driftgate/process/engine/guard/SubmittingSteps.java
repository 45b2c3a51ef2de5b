package org.driftgate.process.engine.guard;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Marks the steps that send orders whenever a definition is parsed, and lets each ask for the approval before it starts.
 * The question is a built-in listener: it is asked even when a caller wants to skip the model's own listeners.
 */
final class SubmittingSteps extends AbstractBpmnParseListener {

    private static final String MARK = "driftgateSubmits";

    private final Set<String> delegates;
    private final ObjectProvider<SubmissionGuard> guard;

    SubmittingSteps(Set<String> delegates, ObjectProvider<SubmissionGuard> guard) {
        this.delegates = delegates;
        this.guard = guard;
    }

    static boolean isMarked(ScopeImpl scope) {
        return Boolean.TRUE.equals(scope.getProperty(MARK));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        mark(element, activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        mark(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        mark(element, activity);
    }

    @Override
    public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        mark(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity != null) mark(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        mark(element, activity);
    }

    private void mark(Element element, ActivityImpl activity) {
        if (!names(element)) return;
        activity.setProperty(MARK, true);
        ExecutionListener asking = execution -> ask(execution);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, asking);
    }

    private void ask(DelegateExecution execution) {
        guard.getObject().beforeSubmission(execution);
    }

    /** Wherever it is written: older versions in a data folder were not checked by today's rules. */
    private boolean names(Element element) {
        if (element.getTagName().equals("documentation")) return false;
        boolean here = element.attributes().stream().anyMatch(name -> mentions(attribute(element, name)))
                || mentions(element.getText());
        return here || element.elements().stream().anyMatch(this::names);
    }

    private static String attribute(Element element, String name) {
        String value = element.attribute(name);
        return value == null ? "" : value;
    }

    private boolean mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return delegates.stream().anyMatch(delegate -> lower.contains(delegate.toLowerCase(Locale.ROOT)));
    }
}
