package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/** The stories of one case, told in three parts; together they pass every element of the model. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DriftToNotificationTest {

    /** Links, which the history does not show, and what {@link BreakTaskTest} passes. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("proposeAgain|checkAgain|settleWhatWasTraded|resolveBreak|break(Remind|Escalat)");

    @Nested
    @Order(1)
    class Review extends ReviewStories {}

    @Nested
    @Order(2)
    class Orders extends OrderStories {}

    @Nested
    @Order(3)
    class Waiting extends WaitingStories {}

    @Nested
    @Order(4)
    class Together {

        @Test
        void passedEveryElementInTheseStories() {
            Set<String> all = Models.read(java.nio.file.Path.of("processes/drift-to-notification.bpmn"))
                    .getModelElementsByType(FlowNode.class)
                    .stream()
                    .map(FlowNode::getId)
                    .filter(id -> !ELSEWHERE.matcher(id).lookingAt())
                    .collect(Collectors.toCollection(TreeSet::new));

            all.removeAll(CaseStory.PASSED);

            assertThat(all).as("elements that no story passed").isEmpty();
        }
    }
}
