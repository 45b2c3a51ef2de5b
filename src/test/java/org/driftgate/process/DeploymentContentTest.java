package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.driftgate.process.engine.EngineUser;
import org.junit.jupiter.api.Test;

/** What belongs together in one deployment, and what the application adds to it. */
class DeploymentContentTest {

    private static final String MODEL = "drift-to-notification.bpmn";
    private static final String FORM = "forms/review-proposal.html";
    private static final String CALLER = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="m" targetNamespace="t">
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start" />
                %s
              </bpmn:process>
            </bpmn:definitions>""";
    private static final String CALLING =
            CALLER.formatted("calling", "<bpmn:callActivity id='call' calledElement='called-together' />");

    private final RepositoryService repository = EngineUnderTest.engine().getRepositoryService();
    private final EngineUser user = EngineUnderTest.bean(EngineUser.class);

    @Test
    void letsAModelCallAProcessOfTheSameDeployment() {
        var deployed = deploy(Map.of(
                "calling.bpmn", CALLING, "called.bpmn", CALLER.formatted("called-together", "<bpmn:task id='t' />")));

        assertThat(deployed.getDeployedProcessDefinitions()).hasSize(2);
        forget(deployed);
    }

    @Test
    void takesNothingElseOfTheDeploymentForThatProcess() {
        for (Map<String, String> files : List.of(
                Map.of("calling.bpmn", CALLING, "x.form", "<process id='called-together' />"),
                Map.of("calling.bpmn", CALLING, "x.bpmn", CALLER.formatted("another", "<bpmn:task id='t' />")),
                Map.of("calling.bpmn", CALLING, "x.bpmn", CALLER.formatted("y", "<bpmn:task id='called-together' />"))))
            assertThatThrownBy(() -> deploy(files))
                    .isInstanceOf(ParseException.class)
                    .hasMessageContaining("called processes are known");
    }

    @Test
    void takesAScriptedFormAsItWasShipped() {
        var deployed = deploy(Map.of(FORM, Models.text(Path.of(FORM))));

        assertThat(repository.getDeploymentResourceNames(deployed.getId())).containsExactly(FORM);
        forget(deployed);
        assertThatThrownBy(() -> deploy(Map.of("forms/record-fill.html", Models.text(Path.of(FORM)))))
                .hasMessageContaining("no code in forms");
    }

    @Test
    void addsWhatAModelNeedsAndLeavesWhatItBrings() {
        var deployed = deploy(Map.of(
                MODEL,
                Models.text(Path.of("processes", MODEL)),
                "record-consent.form",
                Models.text(Path.of("forms/record-consent.form"))));

        assertThat(repository.getDeploymentResourceNames(deployed.getId()))
                .contains(FORM, "record-consent.form")
                .doesNotContain(
                        "forms/record-consent.form", "processes/pre-trade-rules.dmn", "processes/review-tiers.dmn");
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(deployed.getId())
                        .list())
                .extracting(decision -> decision.getKey())
                .contains("tax-review");
        forget(deployed);
    }

    @Test
    void addsNothingToADeploymentWithoutAModel() {
        var deployed = deploy(Map.of("processes/tax-review.dmn", Models.text(Path.of("processes/tax-review.dmn"))));

        assertThat(repository.getDeploymentResourceNames(deployed.getId())).containsExactly("processes/tax-review.dmn");
        forget(deployed);
    }

    private void forget(DeploymentWithDefinitions deployed) {
        repository.deleteDeployment(deployed.getId(), true);
    }

    private DeploymentWithDefinitions deploy(Map<String, String> files) {
        var deployed = new DeploymentWithDefinitions[1];
        user.as("owner", () -> {
            var deployment = repository.createDeployment().name("from Modeler");
            files.forEach(deployment::addString);
            deployed[0] = deployment.deployWithResult();
        });
        return deployed[0];
    }
}
