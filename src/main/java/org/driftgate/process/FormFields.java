package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Reads submitted fields and says in a sentence what is missing. */
final class FormFields {

    private FormFields() {}

    static String required(DelegateTask task, ProcessVariable<String> field, String what) {
        return field.take(task)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> refusal(task, "Missing: %s.".formatted(what)));
    }

    static BadUserRequestException refusal(DelegateTask task, String sentence) {
        return new BadUserRequestException(
                "'%s' was not completed. %s Nothing was changed.".formatted(task.getName(), sentence));
    }

    static String sentence(List<String> problems) {
        String joined = String.join("; ", problems);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
    }
}
