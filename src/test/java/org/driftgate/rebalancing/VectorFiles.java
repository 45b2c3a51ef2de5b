package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** An instance of which nothing is expected only belongs to other cases. */
    private static void addAll(List<VectorCase> cases, Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        if (root.has("cases"))
            for (JsonNode one : root.get("cases"))
                cases.add(read(one, one.path("kind").asText("no kind"), root, file));
        else if (root.has("expected")) cases.add(read(root, "synthetic", root, file));
    }

    private static VectorCase read(JsonNode one, String kind, JsonNode root, Path file) {
        return new VectorCase(
                one.get("id").asText(),
                kind,
                withoutNulls(one.has("input") ? one.get("input") : one),
                one.get("expected"),
                one.path("tolerance"),
                one.has("kind") ? one : root,
                file.getParent());
    }

    /** What is given without a value is not given. */
    private static JsonNode withoutNulls(JsonNode given) {
        if (given instanceof ObjectNode object)
            object.properties().removeIf(field -> field.getValue().isNull());
        for (JsonNode part : given) withoutNulls(part);
        return given;
    }
}
