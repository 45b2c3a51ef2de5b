package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittingStepsTest {

    private static final String DELEGATE = "c:delegateExpression='${submitOrdersDelegate}'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='it' " + DELEGATE + "/>",
                "<serviceTask id='it' c:expression='${SUBMITORDERSDELEGATE.execute()}'/>",
                "<sendTask id='it' " + DELEGATE + "/>",
                "<businessRuleTask id='it' " + DELEGATE + "/>",
                "<scriptTask id='it' scriptFormat='juel'><script>${submitOrdersDelegate}</script></scriptTask>",
                "<intermediateThrowEvent id='it'><messageEventDefinition " + DELEGATE + "/></intermediateThrowEvent>",
                "<endEvent id='it'><messageEventDefinition " + DELEGATE + "/></endEvent>",
                "<serviceTask id='it' c:expression='${a}'><extensionElements><c:executionListener event='end'"
                        + " expression='${submitOrdersDelegate.execute(execution)}'/></extensionElements></serviceTask>"
            })
    void areMarkedWhereverTheDelegateIsNamed(String element) throws Exception {
        ActivityImpl step = parse(element);
        ParsedModel.ASKED.clear();

        assertThat(SubmittingSteps.isMarked(step)).isTrue();
        assertThat(step.getBuiltInListeners(ExecutionListener.EVENTNAME_START)).hasSize(1);
        var execution = new ExecutionEntity();
        ((ExecutionListener) step.getBuiltInListeners(ExecutionListener.EVENTNAME_START)
                        .get(0))
                .notify(execution);
        assertThat(ParsedModel.ASKED).containsExactly(execution);
    }

    @Test
    void areNoneWhereTheDelegateIsOnlyToldOf() {
        ActivityImpl told = parse("<serviceTask id='it' c:delegateExpression='${workDelegate}'>"
                + "<documentation>before submitOrdersDelegate</documentation></serviceTask>");

        assertThat(SubmittingSteps.isMarked(told)).isFalse();
        assertThat(told.getBuiltInListeners(ExecutionListener.EVENTNAME_START)).isEmpty();
    }

    @Test
    void passOverALinkThatIsNoStepOfTheGraph() {
        assertThat(ParsedModel.of(
                                "<startEvent id='start'/><intermediateThrowEvent id='out'><linkEventDefinition id='l' name='x'/>"
                                        + "</intermediateThrowEvent><intermediateCatchEvent id='in'>"
                                        + "<linkEventDefinition id='k' name='x'/></intermediateCatchEvent>")
                        .findActivity("in"))
                .isNotNull();
    }

    private static ActivityImpl parse(String element) {
        return ParsedModel.of("<startEvent id='start'/>" + element).findActivity("it");
    }
}
