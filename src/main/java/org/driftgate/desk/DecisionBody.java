package org.driftgate.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.jspecify.annotations.Nullable;

/** A reviewer's decision as it is sent; version and hash say what was on the screen. */
record DecisionBody(
        @NotNull Integer version,
        @NotNull String tradeHash,
        @NotNull ReviewDecision.Kind decision,
        @Nullable LocalDate holdUntil,
        @Nullable List<@Valid @NotNull LineBody> lines,
        @Nullable String reason) {

    record LineBody(
            @NotNull Integer line,
            @NotNull ReviewDecision.Action action,
            @Nullable BigDecimal quantity,
            @Nullable String reason) {

        LineDecision read() {
            String field = "lines[line %d].quantity".formatted(line);
            return new LineDecision(line, action, quantity == null ? null : Quantities.read(field, quantity), reason);
        }
    }

    ReviewDecision read() {
        return new ReviewDecision(
                version,
                tradeHash,
                decision,
                holdUntil,
                lines == null ? List.of() : lines.stream().map(LineBody::read).toList(),
                reason == null ? "" : reason);
    }
}
