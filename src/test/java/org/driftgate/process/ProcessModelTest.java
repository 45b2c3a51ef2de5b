package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.driftgate.run.CaseState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the drawings and the code together: what one names the other has. */
class ProcessModelTest {

    private static final List<Class<?>> CONTRACTS =
            List.of(RebalancingRunBpmn.class, DriftToNotificationBpmn.class, ExecutionPollingBpmn.class);
    private static final Set<String> BEANS =
            Set.of("runSchedule", "reviewTimes", "caseStates", "caseFacts", "runStates", "execution");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.'\\w])([a-z]\\w*)");

    static Stream<Path> models() {
        return Models.files().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isExecutableUnderItsFileNameAndForgetsInTime(Path file) {
        Process process = only(Models.read(file).getModelElementsByType(Process.class));

        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
        assertThat(contractIds()).contains(process.getId());
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsEachServiceTasksOwnDelegate(Path file) throws Exception {
        for (ServiceTask task : Models.read(file).getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "Delegate}");
            Class<?> delegate = Class.forName("org.driftgate.process." + capitalized(task.getId()) + "Delegate");
            assertThat(delegate).isAssignableTo(JavaDelegate.class);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesElementsAfterTheirLabels(Path file) {
        for (FlowNode node : Models.read(file).getModelElementsByType(FlowNode.class)) {
            if (node.getName() == null) continue;
            String fromLabel = camelCase(node.getName());
            boolean shared = node.getId().toLowerCase(Locale.ROOT).contains(fromLabel.toLowerCase(Locale.ROOT));
            assertThat(shared)
                    .as(node.getId() + " is labelled " + node.getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void explainsEveryStepAndLabelsEveryChoice(Path file) {
        BpmnModelInstance model = Models.read(file);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class))
            assertThat(node.getDocumentations())
                    .as("documentation of " + node.getId())
                    .isNotEmpty();
        for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            assertThat(gateway.getName()).endsWith("?");
            gateway.getOutgoing()
                    .forEach(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            long open = gateway.getOutgoing().stream()
                    .filter(flow -> flow.getConditionExpression() == null && !flow.equals(gateway.getDefault()))
                    .count();
            assertThat(open)
                    .as("flows out of %s without a condition", gateway.getId())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasAFormAndAGroupAndATimeForEveryUserTask(Path file) {
        for (UserTask task : Models.read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroupsList()).as(task.getId()).isNotEmpty();
            assertThat(groups()).containsAll(task.getCamundaCandidateGroupsList());
            assertThat(task.getCamundaDueDate()).isEqualTo("${reviewTimes.dueDate()}");
            assertThat(task.getCamundaFollowUpDate()).isEqualTo("${reviewTimes.followUpDate()}");
            assertThat(form(task)).as("form of " + task.getId()).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void declaresEveryVariableOfItsExpressions(Path file) {
        Set<String> declared = declaredVariables();
        List<String> unknown = EXPRESSION
                .matcher(Models.text(file))
                .results()
                .map(match -> match.group(1).replaceAll("'[^']*'|&amp;", ""))
                .filter(expression -> !expression.endsWith("Delegate"))
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(MatchResult::group)
                .filter(name -> !declared.contains(name) && !BEANS.contains(name))
                .toList();

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void movesCasesOnlyIntoStatesThatExist(Path file) {
        Set<String> states = Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.toSet());

        List<String> used = Pattern.compile("caseStates\\.become\\(execution, '(\\w+)'\\)")
                .matcher(Models.text(file))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(states).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("models")
    void definesItsTimersErrorsMessagesAndLinks(Path file) {
        BpmnModelInstance model = Models.read(file);
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class))
            assertThat(Stream.of(timer.getTimeCycle(), timer.getTimeDate(), timer.getTimeDuration())
                            .filter(time ->
                                    time != null && !time.getTextContent().isBlank()))
                    .as(timer.getId())
                    .hasSize(1);
        for (ErrorEventDefinition error : model.getModelElementsByType(ErrorEventDefinition.class))
            assertThat(contractTexts()).contains(error.getError().getErrorCode());
        for (MessageEventDefinition message : model.getModelElementsByType(MessageEventDefinition.class))
            if (message.getCamundaDelegateExpression() == null)
                assertThat(contractTexts()).contains(message.getMessage().getName());
        for (LinkEventDefinition link : model.getModelElementsByType(LinkEventDefinition.class))
            assertThat(link.getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("models")
    void remindsAndEscalatesWithoutInterrupting(Path file) {
        BpmnModelInstance model = Models.read(file);
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class))
            if (event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
                assertThat(event.cancelActivity()).as(event.getId()).isFalse();
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class))
            assertThat(Path.of("processes", rule.getCamundaDecisionRef() + ".dmn"))
                    .exists();
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawsEveryElementAndEveryTaskInOneSize(Path file) {
        BpmnModelInstance model = Models.read(file);
        Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toCollection(TreeSet::new));
        model.getModelElementsByType(BpmnEdge.class).forEach(edge -> {
            drawn.add(edge.getBpmnElement().getId());
            assertThat(edge.getWaypoints()).as(edge.getId()).hasSizeGreaterThan(1);
        });

        assertThat(drawn)
                .containsAll(model.getModelElementsByType(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .toList());
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class))
            if (shape.getBpmnElement() instanceof Task)
                assertThat(shape.getBounds().getWidth()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("models")
    void connectsEveryElement(Path file) {
        for (SequenceFlow flow : Models.read(file).getModelElementsByType(SequenceFlow.class))
            assertThat(flow.getId())
                    .isEqualTo(flow.getSource().getId() + "To"
                            + capitalized(flow.getTarget().getId()));
    }

    private static Path form(UserTask task) {
        String key = task.getCamundaFormKey();
        if (key != null) return Path.of(key.replace("embedded:deployment:", ""));
        return Path.of("forms", task.getCamundaFormRef() + ".form");
    }

    private static List<String> groups() {
        return Arrays.stream(FirmGroup.values()).map(FirmGroup::id).toList();
    }

    private static Set<String> declaredVariables() {
        var names = new TreeSet<String>();
        for (Object constant : constants())
            if (constant instanceof ProcessVariable<?> variable) names.add(variable.name());
        return names;
    }

    private static Set<String> contractTexts() {
        return constants().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    private static Set<String> contractIds() {
        return contractTexts();
    }

    private static List<Object> constants() {
        var values = new ArrayList<>();
        for (Class<?> contract : CONTRACTS)
            for (Field field : contract.getDeclaredFields())
                if (Modifier.isStatic(field.getModifiers())) values.add(value(field));
        return values;
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }

    private static <T> T only(Collection<T> elements) {
        assertThat(elements).hasSize(1);
        return elements.iterator().next();
    }

    private static String camelCase(String label) {
        String[] words = label.replaceAll("[^\\w -]", "").split("[ -]+");
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(ProcessModelTest::capitalized)
                        .collect(Collectors.joining());
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
