package org.driftgate.process;

/** The demo clock cannot be moved as asked: it never goes back, and running jobs must come to rest in time. */
public final class ClockNotMovedException extends RuntimeException {

    ClockNotMovedException(String sentence) {
        super(sentence);
    }
}
