package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of all files in a folder; a file without a list of cases is one synthetic instance. */
final class VectorFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VectorFiles() {}

    static List<VectorCase> cases(Path folder) throws IOException {
        List<VectorCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) addAll(cases, file);
        }
        return cases;
    }

    private static void addAll(List<VectorCase> cases, Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        if (!root.has("cases")) {
            cases.add(read(root, "synthetic", root, file));
            return;
        }
        for (JsonNode one : root.get("cases"))
            cases.add(read(one, one.get("kind").asText(), root, file));
    }

    private static VectorCase read(JsonNode one, String kind, JsonNode root, Path file) {
        return new VectorCase(
                one.get("id").asText(),
                kind,
                one.has("input") ? one.get("input") : one,
                one.get("expected"),
                one.get("tolerance"),
                one.has("kind") ? one : root,
                file.getParent());
    }
}
