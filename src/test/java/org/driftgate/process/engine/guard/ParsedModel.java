package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The engine's own graph of a model that is written in a few lines; there is no engine and no database behind it. */
final class ParsedModel {

    static final List<Object> ASKED = new ArrayList<>();

    private static final String FRAME = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:c="http://camunda.org/schema/1.0/bpmn" id="m" targetNamespace="t">
              <process id="p" isExecutable="true" c:historyTimeToLive="P1D">%s</process>
            </definitions>""";

    private ParsedModel() {}

    static ProcessDefinitionEntity of(String content) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("guard", (SubmissionGuard) ASKED::add);
        var steps = new SubmittingSteps(new SmallContract().submitting(), beans.getBeanProvider(SubmissionGuard.class));
        var parser = new BpmnParser(new JuelExpressionManager(), new DefaultBpmnParseFactory());
        parser.setParseListeners(List.of(new Decided(), steps));
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setScriptFactory(new ScriptFactory());
        Context.setProcessEngineConfiguration(configuration);
        try {
            var parse = parser.createParse()
                    .sourceString(FRAME.formatted(content))
                    .deployment(new DeploymentEntity())
                    .execute();
            return parse.getProcessDefinitions().get(0);
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    static ReviewPaths paths(String content) {
        return new ReviewPaths(of(content), new SmallContract());
    }

    static String flow(String from, String to) {
        return "<sequenceFlow id='%s-%s' sourceRef='%1$s' targetRef='%2$s'/>".formatted(from, to);
    }

    static String flow(String from, String to, String condition) {
        return """
                <sequenceFlow id='%s-%s' sourceRef='%1$s' targetRef='%2$s'>
                  <conditionExpression xsi:type='tFormalExpression'>%s</conditionExpression>
                </sequenceFlow>""".formatted(from, to, condition);
    }

    static String submit(String id) {
        return "<serviceTask id='%s' c:delegateExpression='${submitOrdersDelegate}'/>".formatted(id);
    }

    /** As in the application, every user task asks for its decision when it is completed; "bare" ones do not. */
    private static final class Decided extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            if ("bare".equals(element.attribute("name"))) return;
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            TaskListener nothing = delegate -> ASKED.add(delegate);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, nothing);
        }
    }
}
