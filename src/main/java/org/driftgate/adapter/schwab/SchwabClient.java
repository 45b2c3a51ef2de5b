package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;

/** Calls with Schwab's headers; a refused token is renewed and the call, which changed nothing, made once more. */
final class SchwabClient {

    private final URI base;
    private final SchwabWire wire;
    private final SchwabTokens tokens;
    private final ObjectMapper json;

    SchwabClient(URI base, SchwabWire wire, SchwabTokens tokens, ObjectMapper json) {
        this.base = base;
        this.wire = wire;
        this.tokens = tokens;
        this.json = json;
    }

    JsonNode post(String operation, String path, String body) {
        return call(
                operation,
                path,
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String operation, String path, String account) {
        return call(
                operation,
                path,
                request -> request.header("Schwab-Client-Ids", "account=" + account)
                        .GET());
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private JsonNode call(String operation, String path, Shape shape) {
        String token = token();
        try {
            return read(operation, wire.send(operation, shape.of(request(path, token))));
        } catch (SchwabFault refused) {
            if (!refused.isUnauthorized()) throw refused;
            tokens.refused(token);
            return read(operation, wire.send(operation, shape.of(request(path, token()))));
        }
    }

    /** Whatever goes wrong with the token, the call itself was not made. */
    private String token() {
        try {
            return tokens.current();
        } catch (SchwabFault failed) {
            throw SchwabFault.turnedAway(
                    failed.fault().operation(),
                    "%s; nothing was sent".formatted(failed.fault().detail()),
                    failed);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + "/as-integration" + path))
                .header("Authorization", "Bearer " + token)
                .header("Schwab-Client-CorrelId", UUID.randomUUID().toString())
                .header("Schwab-Resource-Version", "1")
                .header("Accept", "application/vnd.api+json");
    }

    private JsonNode read(String operation, byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw SchwabFault.inDoubt(operation, "the answer is not JSON", e);
        }
    }
}
