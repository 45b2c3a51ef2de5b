package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.driftgate.process.engine.ShippedModels;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads every file of a new deployment before the engine does, by whatever entrance it came. Definitions that are parsed
 * again after a restart are not new: a stricter rule never breaks instances of older versions.
 */
@Component
class DeploymentGuard implements Deployer {

    private final Vocabulary words;
    private final ShippedModels shipped;
    private final MayDeploy mayDeploy;

    DeploymentGuard(Vocabulary words, ShippedModels shipped, MayDeploy mayDeploy) {
        this.words = words;
        this.shipped = shipped;
        this.mayDeploy = mayDeploy;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) return;
        mayDeploy.require();
        for (ResourceEntity resource : List.copyOf(deployment.getResources().values())) {
            List<Finding> findings = check(resource, deployment);
            if (!findings.isEmpty()) throw new RefusedModel(resource.getName(), findings);
        }
        MissingForms.add(deployment, shipped.byName(), words.contract().independent());
    }

    private List<Finding> check(ResourceEntity resource, DeploymentEntity deployment) {
        return switch (ResourceKind.of(resource.getName())) {
            case MODEL -> xml(resource, root -> new ModelContent(words, key -> isKnown(key, deployment)).check(root));
            case DECISION -> xml(resource, this::decisions);
            case PLAIN_FORM -> List.of();
            case SCRIPTED_FORM -> shippedForm(resource);
            case UNKNOWN ->
                List.of(new Finding(
                        "",
                        "known files only",
                        "only .bpmn, .dmn, .form and the application's own .html files can be deployed"));
        };
    }

    /** A table with foreign code in it is not tried. */
    private List<Finding> decisions(Element root) {
        List<Finding> foreign = new DecisionContent(words).check(root);
        return foreign.isEmpty() ? TableContent.check(root, words.contract()) : foreign;
    }

    private interface Check {
        List<Finding> of(Element root);
    }

    private static List<Finding> xml(ResourceEntity resource, Check check) {
        try {
            return new ArrayList<>(check.of(XmlDocument.parse(resource.getBytes())));
        } catch (SAXException e) {
            return List.of(new Finding("", "well-formed files", "the file cannot be read: " + e.getMessage()));
        }
    }

    /** It runs in the browser of whoever opens the task, with that person's rights. */
    private List<Finding> shippedForm(ResourceEntity form) {
        for (Map.Entry<String, byte[]> own : shipped.byName().entrySet())
            if (ResourceKind.fileName(own.getKey()).equals(ResourceKind.fileName(form.getName()))
                    && Arrays.equals(own.getValue(), form.getBytes())) return List.of();
        return List.of(new Finding(
                "",
                "no code in forms",
                "an .html form carries program code into the reviewer's browser; change it in the project and release it,"
                        + " or use a .form file"));
    }

    private static boolean isKnown(String process, DeploymentEntity deployment) {
        boolean together = deployment.getResources().values().stream()
                .filter(resource -> ResourceKind.of(resource.getName()) == ResourceKind.MODEL)
                .anyMatch(resource -> defines(resource, process));
        return together
                || Context.getCommandContext().getProcessDefinitionManager().findLatestProcessDefinitionByKey(process)
                        != null;
    }

    private static boolean defines(ResourceEntity resource, String process) {
        try {
            return XmlDocument.all(XmlDocument.parse(resource.getBytes()))
                    .anyMatch(element -> element.getLocalName().equals("process")
                            && element.getAttribute("id").equals(process));
        } catch (SAXException unreadable) {
            return false;
        }
    }
}
