package org.driftgate.process.engine.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way to a submitting task that does not complete the review, in the engine's own graph of a definition. Every
 * flow counts as possible, whatever its condition, unless it demands a flag of {@link ModelContract#afterTrading()}; so does
 * every event, and every element that nothing leads to. An empty answer is therefore a proof, while a found way may be one
 * that the conditions never allow.
 */
final class ReviewPaths {

    private final ProcessDefinitionImpl definition;
    private final ModelContract contract;

    ReviewPaths(ProcessDefinitionImpl definition, ModelContract contract) {
        this.definition = definition;
        this.contract = contract;
    }

    /** An element that is being entered, or one that has been left. */
    private record Step(ScopeImpl at, boolean left) {}

    boolean submits() {
        return everything(definition).anyMatch(SubmittingSteps::isMarked);
    }

    boolean isSubmitting(String element) {
        ActivityImpl found = definition.findActivity(element);
        return found != null && SubmittingSteps.isMarked(found);
    }

    boolean isReview(String element) {
        ActivityImpl found = definition.findActivity(element);
        return found != null && isReview(found);
    }

    /** From any start of the process. */
    Optional<List<String>> fromStarts() {
        return search(new Step(definition, false));
    }

    Optional<List<String>> entering(String element) {
        ActivityImpl found = definition.findActivity(element);
        return found == null ? Optional.empty() : search(new Step(found, false));
    }

    Optional<List<String>> leaving(String element) {
        ActivityImpl found = definition.findActivity(element);
        return found == null ? Optional.empty() : search(new Step(found, true));
    }

    Optional<List<String>> taking(String flow) {
        PvmTransition found = definition.findTransition(flow);
        return found == null ? Optional.empty() : search(new Step((ActivityImpl) found.getDestination(), false));
    }

    private Optional<List<String>> search(Step first) {
        Map<Step, @Nullable Step> cameFrom = new LinkedHashMap<>();
        Deque<Step> open = new ArrayDeque<>();
        cameFrom.put(first, null);
        open.add(first);
        while (!open.isEmpty()) {
            Step here = open.remove();
            if (!here.left() && SubmittingSteps.isMarked(here.at())) return Optional.of(way(cameFrom, here));
            following(here).filter(step -> !cameFrom.containsKey(step)).forEach(step -> {
                cameFrom.put(step, here);
                open.add(step);
            });
        }
        return Optional.empty();
    }

    private static List<String> way(Map<Step, @Nullable Step> cameFrom, Step end) {
        List<String> way = new ArrayList<>();
        for (Step here = end; here != null; here = cameFrom.get(here))
            if (here.at() instanceof ActivityImpl && !way.contains(here.at().getId()))
                way.add(0, here.at().getId());
        return way;
    }

    private Stream<Step> following(Step here) {
        return here.left() ? afterLeaving(here.at()) : afterEntering(here.at());
    }

    private Stream<Step> afterEntering(ScopeImpl at) {
        Stream<Step> events = eventsOf(at).map(event -> new Step(event, false));
        if (at instanceof ActivityImpl activity && isReview(activity)) return events;
        Stream<Step> inside = at.getActivities().stream()
                .filter(child -> !isEntered(child) && !isBoundary(child))
                .map(child -> new Step(child, false));
        boolean passes = at.getActivities().isEmpty() || isRepeated(at);
        return Stream.of(events, inside, passes ? Stream.of(new Step(at, true)) : Stream.<Step>of())
                .flatMap(steps -> steps);
    }

    private Stream<Step> afterLeaving(ScopeImpl at) {
        if (!(at instanceof ActivityImpl activity)) return Stream.of();
        List<PvmTransition> flows = activity.getOutgoingTransitions();
        if (flows.isEmpty()) return Stream.of(new Step(activity.getFlowScope(), true));
        return flows.stream()
                .filter(flow -> !isAfterTrading(flow))
                .map(flow -> new Step((ActivityImpl) flow.getDestination(), false));
    }

    /** Where orders were filled there was a submission before, and a review before that. */
    private boolean isAfterTrading(PvmTransition flow) {
        Object condition = flow.getProperty(BpmnParse.PROPERTYNAME_CONDITION_TEXT);
        return condition instanceof String text
                && contract.afterTrading().stream().anyMatch(flag -> ExpressionTokens.demands(text, flag));
    }

    /** Boundary events and event sub-processes; those of a repeated task hang on its outer body. */
    private static Stream<ActivityImpl> eventsOf(ScopeImpl at) {
        Stream<ActivityImpl> own = at.getEventActivities().stream();
        if (at instanceof ActivityImpl inner && isRepeated(inner.getFlowScope()))
            return Stream.concat(own, inner.getFlowScope().getEventActivities().stream());
        return own;
    }

    /** Whether a flow leads to it. */
    private static boolean isEntered(ActivityImpl activity) {
        if (!activity.getIncomingTransitions().isEmpty()) return true;
        return isRepeated(activity)
                && activity.getActivities().stream()
                        .anyMatch(inner -> !inner.getIncomingTransitions().isEmpty());
    }

    private static boolean isBoundary(ActivityImpl activity) {
        return activity.getEventScope() instanceof ActivityImpl host
                && host != activity.getFlowScope()
                && host.getFlowScope() == activity.getFlowScope();
    }

    /** A task for each of many, which may be none: it can be passed without being done. */
    private static boolean isRepeated(@Nullable ScopeImpl scope) {
        return scope instanceof ActivityImpl body
                && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
    }

    private boolean isReview(ActivityImpl activity) {
        if (!activity.getId().equals(contract.reviewTask()) || activity.isCompensationHandler()) return false;
        return !isRepeated(activity.getFlowScope())
                && activity.getActivityBehavior() instanceof UserTaskActivityBehavior task
                && task.getTaskDefinition().getBuiltinTaskListenersForEvent(TaskListener.EVENTNAME_COMPLETE) != null;
    }

    private static Stream<ActivityImpl> everything(ScopeImpl scope) {
        return scope.getActivities().stream().flatMap(child -> Stream.concat(Stream.of(child), everything(child)));
    }
}
