package org.driftgate.process.engine.guard;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements and attributes that a model may consist of: all that is drawn, and of the engine's own what runs no code. */
final class ModelWords {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** How it looks and which tool drew it; the engine reads none of these. */
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    static final Set<String> BPMN_ELEMENTS = words("""
            definitions process documentation extensionElements collaboration participant messageFlow laneSet lane
            flowNodeRef childLaneSet textAnnotation text association group category categoryValue startEvent endEvent
            intermediateCatchEvent intermediateThrowEvent boundaryEvent exclusiveGateway parallelGateway inclusiveGateway
            eventBasedGateway userTask serviceTask sendTask receiveTask manualTask task businessRuleTask subProcess
            transaction callActivity sequenceFlow conditionExpression incoming outgoing timerEventDefinition timeDate
            timeDuration timeCycle messageEventDefinition errorEventDefinition escalationEventDefinition
            signalEventDefinition linkEventDefinition conditionalEventDefinition condition terminateEventDefinition
            compensateEventDefinition cancelEventDefinition message error escalation signal
            multiInstanceLoopCharacteristics loopCardinality completionCondition dataObject dataObjectReference
            dataStoreReference""");

    static final Set<String> BPMN_ATTRIBUTES = words("""
            id name isExecutable targetNamespace exporter exporterVersion sourceRef targetRef default attachedToRef
            cancelActivity messageRef errorRef escalationRef signalRef errorCode escalationCode isInterrupting
            triggeredByEvent calledElement isSequential processRef isClosed processType gatewayDirection parallelMultiple
            eventGatewayType waitForCompletion activityRef isForCompensation categoryValueRef value associationDirection
            textFormat isCollection dataObjectRef itemSubjectRef dataStoreRef isImmediate startQuantity
            completionQuantity instantiate method""");

    static final Set<String> ENGINE_ELEMENTS = words("""
            executionListener taskListener failedJobRetryTimeCycle inputOutput inputParameter outputParameter list map
            entry value formData formField validation constraint properties property in out""");

    static final Set<String> ENGINE_ATTRIBUTES = words("""
            asyncBefore asyncAfter exclusive jobPriority taskPriority historyTimeToLive isStartableInTasklist versionTag
            candidateGroups candidateUsers candidateStarterGroups candidateStarterUsers assignee dueDate followUpDate
            priority formKey formRef formRefBinding formRefVersion decisionRef decisionRefBinding decisionRefVersion
            decisionRefVersionTag mapDecisionResult resultVariable delegateExpression errorCodeVariable
            errorMessageVariable escalationCodeVariable errorMessage calledElementBinding calledElementVersion
            calledElementVersionTag collection elementVariable initiator variableName variableEvents diagramRelationId
            modelerTemplate modelerTemplateVersion modelerTemplateIcon""");

    /** Attributes without a prefix on the engine's own elements. */
    static final Set<String> ENGINE_PLAIN = words("""
            event expression name key id label type value defaultValue datePattern config businessKey source
            sourceExpression target variables local""");

    /** Where a step may name the delegate that does its work. */
    static final Set<String> STEPS = words("serviceTask sendTask businessRuleTask messageEventDefinition");

    /** Elements whose text is for people only. */
    static final Set<String> PROSE = words("documentation text");

    private ModelWords() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
