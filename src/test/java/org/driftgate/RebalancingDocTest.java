package org.driftgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.driftgate.rebalancing.InvalidHousehold;
import org.driftgate.rebalancing.ReasonCode;
import org.junit.jupiter.api.Test;

/** docs/rebalancing.md leads from each formula to a class; each that it names is there, and no error or code is missing. */
class RebalancingDocTest {

    private static final Path DOCUMENT = Path.of("docs/rebalancing.md");
    private static final Path ROOT = Path.of("src");
    /** {@code Class} or {@code Class.member}; names all in capitals are values. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");

    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*]\\(([^)]+)\\)");

    @Test
    void namesOnlyClassesAndMembersThatExist() {
        List<MatchResult> named = NAMED.matcher(read(DOCUMENT)).results().toList();
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named.stream()
                        .filter(name -> !exists(name.group(1), name.group(2)))
                        .map(MatchResult::group)
                        .distinct())
                .as("named and not there")
                .isEmpty();
    }

    @Test
    void leadsFromEveryFormulaToAClass() {
        List<String> without = new ArrayList<>();
        int rows = 0;
        boolean formulas = false;
        for (String line : read(DOCUMENT).lines().toList()) {
            if (!line.startsWith("|")) formulas = false;
            else if (line.startsWith("| § | formula | class | source |")) formulas = true;
            else if (formulas && !line.startsWith("| ---")) {
                rows++;
                String[] cells = line.split("\\|", -1);
                if (!NAMED.matcher(cells[3]).find() || cells[4].isBlank()) without.add(line);
            }
        }
        assertThat(rows).isGreaterThan(15);
        assertThat(without).as("formulas without a class or a source").isEmpty();
    }

    @Test
    void namesEveryErrorAndEveryReasonOfATrade() {
        String text = read(DOCUMENT);
        Stream<String> names = Stream.concat(
                Arrays.stream(InvalidHousehold.Reason.values()).map(Enum::name),
                Arrays.stream(ReasonCode.values()).map(Enum::name));
        assertThat(names.filter(name ->
                        !Pattern.compile("\\b" + name + "\\b").matcher(text).find()))
                .as("not in the document")
                .isEmpty();
    }

    @Test
    void showsPicturesThatAreThere() {
        List<String> shown = PICTURE.matcher(read(DOCUMENT))
                .results()
                .map(picture -> picture.group(1))
                .toList();
        assertThat(shown).isNotEmpty();
        assertThat(shown)
                .allSatisfy(file -> assertThat(DOCUMENT.resolveSibling(file)).exists());
    }

    private static boolean exists(String type, String member) {
        return source(type)
                .filter(file -> member == null
                        || Pattern.compile("\\b" + member + "\\b")
                                .matcher(read(file))
                                .find())
                .isPresent();
    }

    /** Of the package or its tests; this test stands outside. */
    private static Optional<Path> source(String type) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .filter(file -> file.getParent().endsWith("org/driftgate/rebalancing")
                            || type.equals(RebalancingDocTest.class.getSimpleName()))
                    .findFirst();
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
