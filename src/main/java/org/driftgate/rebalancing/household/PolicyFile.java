package org.driftgate.rebalancing.household;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A policy as a YAML file: plain values only, no key twice. */
public record PolicyFile(Path path) {

    public PolicyAnswer read() {
        try (Reader text = Files.newBufferedReader(path)) {
            Object document = yaml().load(text);
            if (document == null) return PolicyReader.read(path.toString(), Map.of());
            if (document instanceof Map<?, ?> keys) return PolicyReader.read(path.toString(), keys);
            return refused("section", "must have keys, not be '%s'".formatted(document));
        } catch (YAMLException wrong) {
            return refused("YAML", "is not YAML: " + wrong.getMessage());
        } catch (IOException unreadable) {
            return refused("file", "cannot be read: " + unreadable.getMessage());
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private PolicyAnswer refused(String rule, String sentence) {
        return new PolicyAnswer.Refused(List.of(new PolicyFinding(path.toString(), "", rule, sentence)));
    }
}
