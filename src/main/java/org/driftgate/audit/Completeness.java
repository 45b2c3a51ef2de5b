package org.driftgate.audit;

import java.util.List;
import org.driftgate.shared.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for steps that are missing between a snapshot and the log of the notice. Rows are held against the record and the
 * record against rows, so neither a step without its entry nor an entry without its step stays unseen.
 */
@Component
public class Completeness {

    private final JdbcClient jdbc;

    Completeness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when nothing is missing. Open cases are judged by what they have done so far. */
    public List<Gap> ofRun(RunId run) {
        return CompletenessRules.ALL.stream()
                .flatMap(rule -> jdbc.sql(rule.sql()).param("run", run.value()).query(String.class).list().stream()
                        .map(subject -> new Gap(subject, rule.missing())))
                .toList();
    }

    /** Something that should be there: about which household, case, version or order, and what. */
    public record Gap(String subject, String missing) {}
}
