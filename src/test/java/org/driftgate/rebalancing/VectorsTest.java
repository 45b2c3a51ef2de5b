package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs every case of every file in the folder named by {@code -Dvectors}, by default the one beside the project, and
 * writes what came out to {@code target/vectors.jsonl}.
 */
class VectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> verdicts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void givesTheExpectedValuesOfEveryCase() throws IOException {
        Path folder = Path.of(System.getProperty("vectors", "../shared/vectors"));
        assumeTrue(Files.isDirectory(folder), "no vectors in " + folder.toAbsolutePath());
        for (VectorCase vector : VectorFiles.cases(folder)) run(vector);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/vectors.jsonl"), lines);
        verdicts.forEach(System.out::println);
        assertThat(verdicts)
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict).startsWith("PASS "));
    }

    private void run(VectorCase vector) {
        ObjectNode actual = JSON.createObjectNode();
        String verdict;
        try {
            List<String> wrong = VectorKinds.run(vector, actual);
            verdict = wrong.isEmpty() ? "PASS " + vector.id() : "FAIL " + vector.id() + " " + wrong;
        } catch (UnsupportedOperationException unsupported) {
            verdict = "UNSUPPORTED " + vector.id() + " " + unsupported.getMessage();
        } catch (RuntimeException broken) {
            verdict = "FAIL " + vector.id() + " " + broken;
        }
        verdicts.add(verdict);
        ObjectNode line = JSON.createObjectNode().put("id", vector.id()).put("verdict", verdict.split(" ")[0]);
        actual.properties().forEach(value -> line.putIfAbsent(value.getKey(), value.getValue()));
        lines.add(line.set("actual", actual).toString());
    }
}
