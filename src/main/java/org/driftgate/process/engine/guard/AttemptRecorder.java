package org.driftgate.process.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Looks at what a command ends with. Commands inside commands are part of the outermost attempt. */
final class AttemptRecorder extends CommandInterceptor {

    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    private final AttemptTrace trace;

    AttemptRecorder(AttemptTrace trace) {
        this.trace = trace;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (INSIDE.get() != null) return next.execute(command);
        INSIDE.set(true);
        try {
            return next.execute(command);
        } catch (RuntimeException trouble) {
            INSIDE.remove();
            refusal(command, trouble).ifPresent(refusal -> keep(command, refusal, trouble));
            throw trouble;
        } finally {
            INSIDE.remove();
        }
    }

    /** What cannot be recorded stays refused all the same; the fault travels with the refusal. */
    private void keep(Command<?> command, RuntimeException refusal, RuntimeException trouble) {
        RefusalStatus.note(refusal);
        try {
            trace.keep(command, refusal);
        } catch (RuntimeException fault) {
            trouble.addSuppressed(fault);
        }
    }

    private static Optional<RuntimeException> refusal(Command<?> command, RuntimeException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedRequest || cause instanceof RefusedModel)
                return Optional.of((RuntimeException) cause);
            if (cause instanceof AuthorizationException denied && !isReading(command)) return Optional.of(denied);
        }
        return Optional.empty();
    }

    /** Cockpit and Tasklist look for more than their user may see; that is no attempt. */
    private static boolean isReading(Command<?> command) {
        String name = command.getClass().getSimpleName();
        return command instanceof AbstractQuery || name.startsWith("Get") || name.contains("Query");
    }
}
