package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.shared.OrderId;
import org.driftgate.trading.Acknowledgement;
import org.driftgate.trading.LineFinding;

/** Reads {@code orderResults}: line findings of a validation, acknowledgements of a submission. */
final class OrderReplies {

    private OrderReplies() {}

    static List<LineFinding> findings(JsonNode reply) {
        var findings = new ArrayList<LineFinding>();
        for (JsonNode result : results(reply))
            order(result).ifPresent(order -> {
                boolean refused = !result.path("isOrderAccepted").asBoolean();
                LineFinding.Severity severity = refused ? LineFinding.Severity.ERROR : LineFinding.Severity.WARNING;
                for (JsonNode error : result.path("validationErrors"))
                    findings.add(new LineFinding(order, severity, code(error), message(error)));
                if (refused && result.path("validationErrors").isEmpty())
                    findings.add(new LineFinding(order, severity, "REJECTED", "not accepted, no reason given"));
            });
        return findings;
    }

    /** A result without an order number and without a refusal is no clear answer and is left out. */
    static List<Acknowledgement> acknowledgements(JsonNode reply) {
        var answers = new ArrayList<Acknowledgement>();
        for (JsonNode result : results(reply))
            order(result).flatMap(order -> acknowledgement(order, result)).ifPresent(answers::add);
        return answers;
    }

    private static Optional<Acknowledgement> acknowledgement(OrderId order, JsonNode result) {
        if (!result.path("isOrderAccepted").isBoolean()) return Optional.empty();
        String reference = Fields.text(result, "orderNumber");
        if (result.path("isOrderAccepted").asBoolean())
            return reference.isEmpty() ? Optional.empty() : Optional.of(new Acknowledgement.Accepted(order, reference));
        JsonNode error = result.path("validationErrors").path(0);
        return Optional.of(new Acknowledgement.Rejected(order, code(error), message(error)));
    }

    private static JsonNode results(JsonNode reply) {
        return reply.path("data").path("attributes").path("orderResults");
    }

    static Optional<OrderId> order(JsonNode row) {
        try {
            return Optional.of(new OrderId(UUID.fromString(Fields.text(row, "clientOrderIdentifier"))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String code(JsonNode error) {
        String code = Fields.text(error, "code");
        return code.isEmpty() ? "REJECTED" : code;
    }

    private static String message(JsonNode error) {
        String message = Fields.text(error, "message");
        return message.isEmpty() ? "no text given" : message;
    }
}
