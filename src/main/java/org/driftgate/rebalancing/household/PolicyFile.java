package org.driftgate.rebalancing.household;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
            if (wrong.getCause() instanceof IOException unreadable) return unreadable(unreadable);
            return refused("YAML", "is not YAML: " + wrong.getMessage());
        } catch (NoSuchFileException missing) {
            return refused("file", "does not exist");
        } catch (IOException unreadable) {
            return unreadable(unreadable);
        }
    }

    private PolicyAnswer unreadable(IOException reason) {
        return reason instanceof CharacterCodingException
                ? refused("encoding", "is not UTF-8")
                : refused("file", "cannot be read: " + reason.getMessage());
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
