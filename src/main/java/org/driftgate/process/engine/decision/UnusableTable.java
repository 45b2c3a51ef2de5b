package org.driftgate.process.engine.decision;

/** A deployed table cannot be asked or answers what nobody can use; the message is for its owner. */
public final class UnusableTable extends RuntimeException {

    public UnusableTable(String message) {
        super(message);
    }

    public UnusableTable(String message, Throwable cause) {
        super(message, cause);
    }
}
