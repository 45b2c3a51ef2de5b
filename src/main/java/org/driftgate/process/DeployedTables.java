package org.driftgate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.process.engine.decision.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * The pre-trade tables as they were deployed. Each file is read and parsed once; what is looked up for every check is only
 * which versions there are. A table that a later file leaves out stays in force in its last version.
 */
@Component
class DeployedTables {

    private static final String KEYS = "pre-trade-%";

    private final RepositoryService repository;
    private final EngineUser user;
    private final Map<String, DeployedTable> byDefinition = new ConcurrentHashMap<>();
    private final Map<String, DeployedFile> byDeploymentAndName = new ConcurrentHashMap<>();

    DeployedTables(RepositoryService repository, EngineUser user) {
        this.repository = repository;
        this.user = user;
    }

    private record DeployedFile(Instant at, String hash, DecisionTables tables) {}

    /** By key, the newest version deployed by then; before the first deployment the first one. */
    Map<String, DeployedTable> at(Instant moment) {
        return user.asItself(() -> {
            var found = new HashMap<String, DeployedTable>();
            for (DecisionDefinition definition : oldestFirst())
                if (!found.containsKey(definition.getKey())
                        || !file(definition).at().isAfter(moment)) found.put(definition.getKey(), table(definition));
            return found;
        });
    }

    private List<DecisionDefinition> oldestFirst() {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKeyLike(KEYS).list().stream()
                .sorted(Comparator.comparingInt(DecisionDefinition::getVersion))
                .toList();
    }

    private DeployedTable table(DecisionDefinition definition) {
        return byDefinition.computeIfAbsent(definition.getId(), id -> {
            DeployedFile file = file(definition);
            return new DeployedTable(definition.getKey(), definition.getVersion(), file.hash(), file.tables());
        });
    }

    private DeployedFile file(DecisionDefinition definition) {
        return byDeploymentAndName.computeIfAbsent(
                definition.getDeploymentId() + "/" + definition.getResourceName(), place -> read(definition));
    }

    private DeployedFile read(DecisionDefinition definition) {
        String deployment = definition.getDeploymentId();
        Instant at = repository
                .createDeploymentQuery()
                .deploymentId(deployment)
                .singleResult()
                .getDeploymentTime()
                .toInstant();
        try (InputStream content = repository.getResourceAsStream(deployment, definition.getResourceName())) {
            byte[] bytes = content.readAllBytes();
            return new DeployedFile(at, sha256(bytes), DecisionTables.parse(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(definition.getResourceName()), e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
