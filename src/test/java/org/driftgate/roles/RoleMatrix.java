package org.driftgate.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code role-matrix.csv}: a line for each thing that can be asked of the application. {@code yes}: the request rules let
 * the role through; {@code no}: they do not; {@code engine}: they do, and the engine's own authorizations decide.
 */
final class RoleMatrix {

    static final Path FILE = Path.of("src/test/resources/security/role-matrix.csv");

    /** In the order of the columns; each has a demonstration log-in, a stranger has none. */
    static final Map<String, String> ROLES = roles();

    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    RoleMatrix() {
        try {
            for (String line : Files.readAllLines(FILE)) add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        if (line.isBlank() || line.startsWith("#") || line.startsWith("request,")) return;
        List<String> cells = Arrays.stream(line.split(",")).map(String::strip).toList();
        if (cells.size() != ROLES.size() + 1)
            throw new AssertionError("%s: wrong number of cells: %s".formatted(FILE, line));
        if (lines.put(cells.get(0), cells.subList(1, cells.size())) != null)
            throw new AssertionError("%s: twice: %s".formatted(FILE, cells.get(0)));
    }

    List<String> requests() {
        return new ArrayList<>(lines.keySet());
    }

    boolean knows(String request) {
        return lines.containsKey(request);
    }

    String allowed(String request, String role) {
        return lines.get(request).get(new ArrayList<>(ROLES.keySet()).indexOf(role));
    }

    /** The table of {@code docs/roles.md}. */
    String table() {
        var table = new StringBuilder("| Request | " + String.join(" | ", ROLES.keySet()) + " |\n");
        table.append("| --- |").append(" :-: |".repeat(ROLES.size())).append('\n');
        lines.forEach((request, cells) -> table.append("| `%s` | %s |%n"
                .formatted(request, String.join(" | ", cells))
                .replace("| no ", "| · ")
                .replace("\r", "")));
        return table.toString();
    }

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("stranger", "");
        roles.put("compliance", "reviewer");
        roles.put("tax", "tax");
        roles.put("adviser", "advisor01");
        roles.put("trader", "trader");
        roles.put("owner", "owner");
        roles.put("administrator", "admin");
        roles.put("examiner", "examiner");
        return roles;
    }
}
