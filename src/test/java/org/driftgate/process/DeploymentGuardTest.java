package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.driftgate.process.engine.EngineUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeploymentGuardTest {

    private static final Path ATTACKS = Path.of("src/test/resources/attacks");
    private static final String REAL = Models.text(Path.of("processes/drift-to-notification.bpmn"));
    private final ProcessEngine engine = EngineUnderTest.engine();
    private final EngineUser user = EngineUnderTest.bean(EngineUser.class);

    @ParameterizedTest
    @CsvSource({
        "run-a-command, payload, no code in models",
        "run-a-command-by-brackets, payload, expressions of the contract",
        "switch-off-authorization, payload, expressions of the contract",
        "create-a-user, payload, expressions of the contract",
        "load-any-class, payload, no code in models",
        "script-in-juel, payload, no scripts",
        "script-in-javascript, payload, no scripts",
        "script-in-groovy, payload, no scripts",
        "unknown-bean, payload, known delegates only",
        "connector, payload, no code in models",
        "external-task, payload, no code in models",
        "submit-in-a-listener, payload, known elements only",
        "submit-in-a-variable, payload, expressions of the contract",
        "call-an-unknown-process, payload, called processes are known",
        "call-by-expression, payload, called processes are known",
        "old-namespace, payload, no code in models",
        "way-by-a-forged-flag, payload, known elements only",
        "document-type, '', well-formed files"
    })
    void refusesCodeInModels(String attack, String element, String rule) {
        refuses(attack + ".bpmn", element, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "way-without-review, submitOrders",
        "way-by-a-gateway, submitOrders",
        "way-by-a-boundary-timer, submitOrders",
        "way-by-an-event-sub-process, submitOrders",
        "way-by-a-second-start, submitOrders",
        "way-by-a-link, submitOrders",
        "way-by-an-empty-collection, submitOrders",
        "way-by-a-lookalike, submitOrders",
        "way-by-a-send-task, send",
        "way-by-an-end-event, sent",
        "way-by-a-loose-task, submitOrders",
        "way-out-of-a-sub-process, submitOrders"
    })
    void refusesEveryWayRoundTheReview(String attack, String element) {
        refuses(attack + ".bpmn", element, "review before submission");
    }

    @Test
    void refusesScriptsInDecisions() {
        refuses("decide-by-script.dmn", "payload", "decisions in FEEL");
    }

    @Test
    void refusesChangedFormsThatCarryCodeAndFilesOfAnyOtherKind() {
        assertThatThrownBy(() -> deploy("forms/review-proposal.html", "<script>approveEverything()</script>"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("no code in forms");
        assertThatThrownBy(() -> deploy("payload.groovy", "'id'.execute()"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("known files only");
    }

    private void refuses(String file, String element, String rule) {
        List<String> before = Attempted.deployments();

        assertThatThrownBy(() -> deploy(file, Models.text(ATTACKS.resolve(file))))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("'%s' was not deployed and nothing was changed.".formatted(file))
                .hasMessageContaining(element.isEmpty() ? "rule:" : "Element '%s'".formatted(element))
                .hasMessageContaining("(rule: %s)".formatted(rule));

        assertThat(Attempted.deployments()).isEqualTo(before);
        assertThat(Attempted.last()).containsEntry("actor", "owner").containsEntry("attempt", "deploy");
        assertThat(Attempted.last().get("refusal").toString()).contains(file, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "Review proposal\", Look at the proposal\"",
        "candidateGroups=\"compliance\", candidateGroups=\"compliance-east\"",
        "PT1M;PT5M;PT30M;PT2H, PT2M;PT10M",
        "${reviewTimes.remindAt()}, ${reviewTimes.escalateAt()}"
    })
    void deploysALegalEditWithTheFormsItNeeds(String before, String after) {
        String edited = REAL.replace(before.replace(';', ','), after.replace(';', ','));
        assertThat(edited).isNotEqualTo(REAL);

        DeploymentWithDefinitions deployed = deploy("drift-to-notification.bpmn", edited);

        assertThat(deployed.getDeployedProcessDefinitions()).hasSize(1);
        assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployed.getId()))
                .contains("forms/review-proposal.html", "forms/record-consent.form", "processes/tax-review.dmn");
        CaseStory.opens().works().waitsAt("reviewProposal");
        engine.getRepositoryService().deleteDeployment(forgetting(deployed.getId()), true);
    }

    /** Open cases keep their definition, so the test ends them as the application itself would. */
    private String forgetting(String deployment) {
        var transaction = EngineUnderTest.bean(org.springframework.transaction.support.TransactionTemplate.class);
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .deploymentId(deployment)
                .list()
                .forEach(instance -> transaction.executeWithoutResult(status -> endDirectly(instance.getId())));
        return deployment;
    }

    private void endDirectly(String instance) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getExecutionManager().deleteProcessInstance(instance, "end of the test", true, true);
            return instance;
        });
    }

    @Test
    void letsOwnersDeployAndNobodyElse() {
        for (String person : List.of("reviewer", "tax", "advisor01", "trader", "examiner", "admin"))
            assertThatThrownBy(() -> user.as(
                            person,
                            () -> engine.getRepositoryService()
                                    .createDeployment()
                                    .addString("x.bpmn", REAL)
                                    .deploy()))
                    .as(person)
                    .isInstanceOf(AuthorizationException.class);
        assertThat(Attempted.last()).containsEntry("actor", "admin").containsEntry("attempt", "deploy");
    }

    @Test
    void leavesOlderVersionsAloneWhenARuleBecomesStricter() {
        String legal = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="m" targetNamespace="t">
                  <bpmn:message id="goOn" name="goOnWithTheOldOne" />
                  <bpmn:process id="old-one" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start" />
                    <bpmn:receiveTask id="wait" messageRef="goOn" />
                    <bpmn:serviceTask id="work" camunda:delegateExpression="${checkConsentDelegate}" />
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait" />
                    <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="work" />
                  </bpmn:process>
                </bpmn:definitions>""";
        String forbiddenToday = legal.replace(
                "camunda:delegateExpression=\"${checkConsentDelegate}\"", "camunda:expression=\"${1 + 1}\"");
        var deployed = deploy("old-one.bpmn", legal);
        var instance = engine.getRuntimeService().startProcessInstanceByKey("old-one");
        EngineUnderTest.bean(JdbcClient.class)
                .sql(
                        "update act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :id and name_ = 'old-one.bpmn'")
                .param("bytes", forbiddenToday.getBytes(StandardCharsets.UTF_8))
                .param("id", deployed.getId())
                .update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .purgeCache();

        engine.getRuntimeService()
                .createMessageCorrelation("goOnWithTheOldOne")
                .processInstanceId(instance.getId())
                .correlate();

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThatThrownBy(() -> deploy("old-one.bpmn", forbiddenToday)).hasMessageContaining("no code in models");
    }

    @Test
    void showsExpressionsNothingButTheContract() {
        var beans = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans();

        assertThat(beans.containsKey("submitOrdersDelegate")).isTrue();
        assertThat(beans.containsKey("caseStates")).isTrue();
        for (String other : List.of("dataSource", "processEngine", "taskDecisions", "auditLog", "environment"))
            assertThat(beans.containsKey(other)).as(other).isFalse();
        assertThatCode(() -> Map.copyOf(beans)).doesNotThrowAnyException();
    }

    private DeploymentWithDefinitions deploy(String name, String content) {
        var deployed = new DeploymentWithDefinitions[1];
        user.as(
                "owner",
                () -> deployed[0] = engine.getRepositoryService()
                        .createDeployment()
                        .name("from Modeler")
                        .source("Camunda Modeler")
                        .addString(name, content)
                        .deployWithResult());
        return deployed[0];
    }
}
