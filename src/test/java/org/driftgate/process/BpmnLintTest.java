package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BpmnLintTest {

    @Test
    void findsNothingInAnyModel() throws Exception {
        NodeModules.require();
        var command = new ArrayList<>(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js", "--max-warnings", "0"));
        Models.files().forEach(file -> command.add(file.toAbsolutePath().toString()));

        var result = NodeModules.run(command, NodeModules.FOLDER, 60);

        assertThat(result.exit()).as(result.output()).isZero();
    }
}
