package org.driftgate.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * A task that a model gives to the group of advisers goes to the adviser of the case's household alone, whatever model
 * says so: the others neither see nor work it, by any road.
 */
@Component
class OwnHouseholdsPlugin extends AbstractProcessEnginePlugin {

    private static final String ADVISERS = "advisers";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new Listener());
        configuration.setCustomPreBPMNParseListeners(all);
        configuration.setResourceAuthorizationProvider(new TaskRights());
    }

    private static final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            if (withoutAdvisers(task)) task.addCandidateUserIdExpression(new OwnAdviser());
        }

        private static boolean withoutAdvisers(TaskDefinition task) {
            return task.getCandidateGroupIdExpressions()
                    .removeIf(group -> ADVISERS.equals(group.getExpressionText().strip()));
        }
    }
}
