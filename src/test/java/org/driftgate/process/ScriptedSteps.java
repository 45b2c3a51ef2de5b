package org.driftgate.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Stands in for every delegate and for the beans that the models call by name. A step does what a test put in its script,
 * once for each entry, otherwise what the straight way needs.
 */
public final class ScriptedSteps implements BeanFactoryPostProcessor {

    private final Map<String, Queue<Consumer<DelegateExecution>>> scripts = new HashMap<>();
    private final List<String> states = new ArrayList<>();

    private static final Map<String, Map<String, Object>> STRAIGHT = Map.ofEntries(
            Map.entry("openRun", Map.of("runDue", true, "runId", "R20261120-1")),
            Map.entry("startCases", Map.of("casesLeft", false)),
            Map.entry("countOpenCases", Map.of("settled", true)),
            Map.entry("announceExecutions", Map.of()),
            Map.entry("collectExecutions", Map.of("ordersOverdue", false)),
            Map.entry("proposeTrades", Map.of("tradesPossible", true, "tradedAlready", false)),
            Map.entry(
                    "checkPreTradeRules",
                    Map.of(
                            "tradedAlready",
                            false,
                            "budgetExceeded",
                            false,
                            "washSale",
                            false,
                            "shortTermGain",
                            false,
                            "estimatedTax",
                            120.0,
                            "tradeCount",
                            3,
                            "restrictionFlags",
                            "")),
            Map.entry("checkConsent", Map.of("consentMissing", false)),
            Map.entry("scheduleRelease", Map.of("releaseAt", new Date(0))),
            Map.entry("recheckProposal", Map.of("releaseVerdict", "READY")),
            Map.entry("assessExecutions", Map.of("executionState", "DONE")),
            Map.entry("reconcileExecutions", Map.of("tradedAnything", true, "breaksFound", false)));

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String delegate : Models.delegates()) {
            String step = delegate.substring(0, delegate.length() - "Delegate".length());
            beans.registerSingleton(delegate, (JavaDelegate) execution -> run(step, execution));
        }
        beans.registerSingleton("caseStates", new States());
        beans.registerSingleton("runStates", new RunEnds());
        beans.registerSingleton("caseFacts", new Facts());
        beans.registerSingleton("reviewTimes", new Times());
    }

    /** The next execution of that step does this instead. */
    ScriptedSteps next(String step, Consumer<DelegateExecution> does) {
        scripts.computeIfAbsent(step, key -> new ArrayDeque<>()).add(does);
        return this;
    }

    ScriptedSteps next(String step, String variable, Object value) {
        return next(step, execution -> execution.setVariable(variable, value));
    }

    List<String> states() {
        return List.copyOf(states);
    }

    void clear() {
        scripts.clear();
        states.clear();
    }

    private void run(String step, DelegateExecution execution) {
        Queue<Consumer<DelegateExecution>> script = scripts.get(step);
        execution.setVariables(STRAIGHT.getOrDefault(step, Map.of()));
        if (script != null && !script.isEmpty()) script.remove().accept(execution);
    }

    public final class States {
        public void become(DelegateExecution execution, String state) {
            states.add(state);
        }

        public void letTheRestLapse(DelegateExecution execution) {
            execution.setVariable("restLapsed", true);
        }
    }

    public final class RunEnds {
        public void finish(DelegateExecution execution) {
            states.add("RUN_FINISHED");
        }
    }

    public static final class Facts {
        public void describe(DelegateExecution execution) {
            execution.setVariable("householdName", "Miller");
            execution.setVariable("adviser", "advisor01");
            if (!execution.hasVariable("lifeEvent")) execution.setVariable("lifeEvent", false);
        }
    }

    public static final class Times {
        private static final Date LATER = new Date(4102444800000L);

        public Date dueDate() {
            return LATER;
        }

        public Date followUpDate() {
            return LATER;
        }

        public Date remindAt() {
            return LATER;
        }

        public Date noticeDueAt() {
            return LATER;
        }

        public Date escalateAt() {
            return LATER;
        }
    }
}
