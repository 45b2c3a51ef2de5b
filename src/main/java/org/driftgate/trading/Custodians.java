package org.driftgate.trading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The custodians that can be reached, by the name that accounts carry. */
@Component
class Custodians {

    private final Map<String, Custodian> byName;

    Custodians(List<Custodian> custodians) {
        byName = custodians.stream().collect(Collectors.toMap(Custodian::name, Function.identity()));
    }

    Optional<Custodian> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Custodian require(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalStateException(
                        "orders were sent to %s, which has no adapter any more".formatted(name)));
    }
}
