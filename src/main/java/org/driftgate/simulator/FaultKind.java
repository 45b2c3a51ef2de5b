package org.driftgate.simulator;

/**
 * What can go wrong outside. The server itself produces the first five around every handler; the others are taken by the
 * system that can produce them.
 */
enum FaultKind {
    /** Waits {@code value} milliseconds before the request is handled. */
    LATENCY,
    /** 401 without handling. */
    UNAUTHORIZED,
    /** 429 without handling; {@code value} is the Retry-After in seconds, 1 by default. */
    TOO_MANY_REQUESTS,
    /** A 5xx without handling; {@code value} is the status, 503 by default. */
    SERVER_ERROR,
    /** The request is handled, the answer is lost: the connection closes after {@code value} milliseconds, 60000 by default. */
    TIMEOUT_AFTER_ACCEPT,
    /** A list page with fewer rows than there are; {@code value} is how many are missing, 1 by default. */
    SHORT_PAGE,
    /** The custodian rejects; {@code value} is code and text. */
    REJECT,
    /** The market fills the given fraction. */
    PARTIAL_FILL,
    /** The custodian relieves other lots than the sale names, the newest first. */
    WRONG_LOTS,
    /** Everything arrives twice, the second time in the opposite order. */
    DUPLICATE
}
