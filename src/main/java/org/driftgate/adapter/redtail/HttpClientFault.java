package org.driftgate.adapter.redtail;

/** Redtail refused a request with a 4xx. */
final class HttpClientFault extends RuntimeException {

    private static final int SHOWN = 300;
    private final int status;

    HttpClientFault(int status, String body) {
        super(body.length() > SHOWN ? body.substring(0, SHOWN) : body);
        this.status = status;
    }

    int status() {
        return status;
    }

    String explanation() {
        return switch (status) {
            case 401 -> "refuses the log-in; correct driftgate.redtail.api-key, user and password";
            case 403 -> "does not let the user do this: " + getMessage();
            case 429 -> "is asked too often; lower driftgate.redtail.requests-per-second";
            default -> "refuses with status %d: %s".formatted(status, getMessage());
        };
    }
}
