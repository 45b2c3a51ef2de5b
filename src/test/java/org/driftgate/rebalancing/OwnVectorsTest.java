package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of our own in the shape of the published ones: corners of the same rules, worked out apart from this code. */
class OwnVectorsTest {

    static Stream<VectorCase> cases() throws IOException {
        return VectorFiles.cases(Path.of("src/test/resources/vectors")).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheExpectedValues(VectorCase vector) {
        assertThat(VectorKinds.run(vector, new ObjectMapper().createObjectNode()))
                .as(vector.id())
                .isEmpty();
    }
}
