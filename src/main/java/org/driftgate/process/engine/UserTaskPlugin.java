package org.driftgate.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds built-in listeners to every user task: they run even when a caller asks to skip the model's own. */
@Component
class UserTaskPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<UserTaskEvents> events;

    UserTaskPlugin(ObjectProvider<UserTaskEvents> events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new Listener());
        configuration.setCustomPreBPMNParseListeners(all);
    }

    private final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            TaskListener created = opened -> events.getObject().created(opened);
            TaskListener completing = done -> events.getObject().completing(done);
            Set<Expression> groups = Set.copyOf(task.getCandidateGroupIdExpressions());
            task.getCandidateGroupIdExpressions().clear();
            groups.forEach(group -> task.addCandidateGroupIdExpression(
                    new OfferedGroup(group, execution -> events.getObject().isForGroups(execution))));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completing);
        }
    }
}
