package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class ModelContentTest {

    private static final String FRAME = """
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:x="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:o="other"
                xmlns:m="http://camunda.org/schema/modeler/1.0" id="file" targetNamespace="t" m:version="5">
              <b:process id="p">%s</b:process>
              <di:BPMNDiagram class="${hidden}"><di:whatever expression="x"/></di:BPMNDiagram>
            </b:definitions>""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b:serviceTask id='t' c:delegateExpression='${workDelegate}' c:asyncBefore='true'/>",
                "<b:userTask id='t' c:formKey='embedded:deployment:forms/a-b_1.html'/>",
                "<b:userTask id='t' c:formKey='camunda-forms:deployment:forms/a.form' c:assignee='${adviser}'/>",
                "<b:callActivity id='t' calledElement='known'/>",
                "<b:sequenceFlow id='t'><b:conditionExpression x:type='b:tFormalExpression'>${a == 1}"
                        + "</b:conditionExpression></b:sequenceFlow>",
                "<b:documentation>costs ${a + b}</b:documentation>",
                "<b:textAnnotation id='t'><b:text>${a + b}</b:text></b:textAnnotation>",
                "<b:userTask id='t'><b:extensionElements><c:taskListener event='create' expression='${clock.at()}'/>"
                        + "</b:extensionElements></b:userTask>"
            })
    void allowsWhatAModelNeeds(String part) throws SAXException {
        assertThat(check(part)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b:scriptTask id='t'/>|no scripts|<b:scriptTask> is a script; let a delegate of the application do this",
                "<b:serviceTask id='t' c:class='A'/>|no code in models"
                        + "|the attribute c:class runs code that the application does not offer",
                "<b:serviceTask id='t' c:unheard='A'/>|known elements only"
                        + "|the attribute c:unheard is not among what a model may use",
                "<b:unheard id='t'/>|known elements only|<b:unheard> is not among what a model may use",
                "<o:task id='t'/>|known elements only|<o:task> is not among what a model may use",
                "<b:task id='t' o:name='n'/>|known elements only|the attribute o:name is not among what a model may use",
                "<b:task id='t' x:nil='n'/>|known elements only|the attribute x:nil is not among what a model may use",
                "<b:task id='t' name='tradedAlready '/>|known elements only"
                        + "|'tradedAlready ' is written by the application only",
                "<b:task id='t' name=' ${a + b} '/>|expressions of the contract"
                        + "|'${a + b}' may use variables, comparisons and the application's own calls only",
                "<b:sequenceFlow id='t'><b:conditionExpression>${a + b}</b:conditionExpression></b:sequenceFlow>"
                        + "|expressions of the contract"
                        + "|'${a + b}' may use variables, comparisons and the application's own calls only",
                "<b:userTask id='t' c:formKey='https://forms.example/x.html'/>|forms of the deployment"
                        + "|the form 'https://forms.example/x.html' is not one of the deployment",
                "<b:callActivity id='t'/>|called processes are known|'' is not a deployed process",
                "<b:callActivity id='t' calledElement='stranger'/>|called processes are known"
                        + "|'stranger' is not a deployed process",
                "<b:callActivity id='t' calledElement='${known}'/>|called processes are known"
                        + "|'${known}' is not a deployed process"
            })
    void refusesTheRestWithAReason(String part, String rule, String sentence) throws SAXException {
        assertThat(check(part)).containsExactly(new Finding("t", rule, sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "serviceTask, ${hidden}",
        "serviceTask, ${nobody}",
        "serviceTask, workDelegate",
        "serviceTask, #{workDelegate}",
        "serviceTask, ${workDelegate",
        "serviceTask, ${}",
        "userTask, ${workDelegate}"
    })
    void refusesDelegatesThatAreNoneOrStandInTheWrongPlace(String element, String value) throws SAXException {
        assertThat(check("<b:%s id='t' c:delegateExpression='%s'/>".formatted(element, value)))
                .containsExactly(new Finding(
                        "t",
                        "known delegates only",
                        "'%s' is no step that the application offers here".formatted(value)));
    }

    @Test
    void refusesADelegateOfAListener() throws SAXException {
        assertThat(check("<b:task id='t'><b:extensionElements>"
                        + "<c:executionListener event='start' c:delegateExpression='${workDelegate}'/>"
                        + "</b:extensionElements></b:task>"))
                .isNotEmpty();
    }

    @Test
    void letsListenersCallAndNothingElse() throws SAXException {
        assertThat(check("<b:task id='t'><b:extensionElements><c:executionListener event='start' expression='${a}'/>"
                        + "</b:extensionElements></b:task>"))
                .containsExactly(new Finding(
                        "t",
                        "expressions of the contract",
                        "the listener's '${a}' is none of the application's own calls"));
    }

    @Test
    void knowsTheEnginesPlainAttributesFromThoseOfTheDrawing() throws SAXException {
        assertThat(check("<b:task id='t' event='start'/>")).hasSize(1);
        assertThat(check("<b:task id='t'><b:extensionElements><c:properties><c:property name='n' expression='${a}'/>"
                        + "</c:properties></b:extensionElements></b:task>"))
                .isEmpty();
        assertThat(check("<b:task id='t'><b:extensionElements><c:properties><c:property c:assignee='n'/>"
                        + "</c:properties></b:extensionElements></b:task>"))
                .hasSize(1);
        assertThat(check("<b:task id='t'><b:extensionElements><c:documentation>${a + b}</c:documentation>"
                        + "</b:extensionElements></b:task>"))
                .hasSize(1);
        assertThat(check("<b:task id='t'><b:extensionElements><c:script>x</c:script></b:extensionElements></b:task>"))
                .containsExactly(new Finding(
                        "t", "no scripts", "<c:script> is a script; let a delegate of the application do this"));
    }

    @Test
    void looksNoFurtherIntoWhatItDoesNotKnow() throws SAXException {
        assertThat(check("<b:unheard id='t'><b:scriptTask id='u'/></b:unheard>"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b:process xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
                "<definitions xmlns='http://camunda.org/schema/1.0/bpmn'/>",
                "<definitions/>"
            })
    void refusesAFileThatIsNoModel(String xml) throws SAXException {
        assertThat(read(xml)).contains(new Finding("", "known elements only", "this is no BPMN model"));
    }

    private static List<Finding> check(String part) throws SAXException {
        return read(FRAME.formatted(part));
    }

    private static List<Finding> read(String xml) throws SAXException {
        return new ModelContent(SmallContract.words(), "known"::equals)
                .check(XmlDocument.parse(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
