package org.driftgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md promises tests; each that it names is there, and no row of a table with a test column is without. */
class SecurityDocTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))?(?:#(\\w+))?`");
    private static final String NO_TEST = "no test: ";

    @Test
    void namesATestInEveryRow() throws IOException {
        List<String> without = new ArrayList<>();
        boolean tested = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (!line.startsWith("|")) tested = false;
            else if (line.endsWith("| test |")) tested = true;
            else if (tested
                    && !line.startsWith("| ---")
                    && !line.startsWith("|---")
                    && tests(last(line)).isEmpty()) without.add(line);
        }
        assertThat(without.stream()
                        .filter(line -> !last(line).startsWith(NO_TEST))
                        .toList())
                .as("rows without a test")
                .isEmpty();
    }

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) named.addAll(tests(line));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(test -> !exists(test)).toList())
                .as("named and not there")
                .isEmpty();
    }

    private static String last(String row) {
        String cells = row.substring(0, row.length() - 1);
        return cells.substring(cells.lastIndexOf('|') + 1).strip();
    }

    /** {@code Class#method}, or {@code Class}; {@code #method} alone is of the class named before it in the line. */
    private static List<String> tests(String line) {
        List<String> found = new ArrayList<>();
        String type = null;
        var named = NAMED.matcher(line);
        while (named.find()) {
            if (named.group(1) != null) type = named.group(1);
            if (type == null || (named.group(1) == null && named.group(2) == null)) continue;
            found.add(named.group(2) == null ? type : type + "#" + named.group(2));
        }
        return found;
    }

    private static boolean exists(String test) {
        String[] parts = test.split("#");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(parts[0] + ".java"))
                    .map(SecurityDocTest::read)
                    .anyMatch(text -> text.contains("class " + parts[0])
                            && (parts.length == 1
                                    || text.contains("void " + parts[1] + "(")
                                    || text.contains("ArchRule " + parts[1] + " ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
