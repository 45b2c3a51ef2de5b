package org.driftgate.trading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the kill switch; the lock is that of the schema's triggers. */
@Component
class SendingRows {

    private static final String KEY = "(hashtextextended('driftgate.sending', 0))";

    private final JdbcClient jdbc;

    SendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock%s::text".formatted(KEY))
                .query(String.class)
                .list();
    }

    void share() {
        jdbc.sql("select pg_advisory_xact_lock_shared%s::text".formatted(KEY))
                .query(String.class)
                .list();
    }

    List<SendingStop> open() {
        return jdbc
                .sql("select id, person, reason, stopped_at from driftgate.open_sending_stop order by id")
                .query((row, number) -> new SendingStop(
                        row.getLong("id"),
                        new PersonId(row.getString("person")),
                        row.getString("reason"),
                        row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                        List.of()))
                .list()
                .stream()
                .map(stop -> new SendingStop(stop.id(), stop.person(), stop.reason(), stop.at(), agreements(stop.id())))
                .toList();
    }

    private List<SendingStop.Agreement> agreements(long stop) {
        return jdbc.sql("""
                select person, reason, agreed_at from driftgate.sending_restart where stop_id = :stop
                order by agreed_at, person""")
                .param("stop", stop)
                .query((row, number) -> new SendingStop.Agreement(
                        new PersonId(row.getString("person")),
                        row.getString("reason"),
                        row.getObject("agreed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    int waitingCases() {
        return jdbc.sql("""
                select count(distinct c.case_id) from driftgate.stopped_case c
                join driftgate.open_sending_stop s on s.id = c.stop_id""").query(Integer.class).single();
    }

    long stop(PersonId person, String reason, Instant at) {
        return jdbc.sql("""
                insert into driftgate.sending_stop (person, reason, stopped_at) values (:person, :reason, :at)
                returning id""")
                .param("person", person.value())
                .param("reason", reason)
                .param("at", OrderWrites.utc(at))
                .query(Long.class)
                .single();
    }

    void agree(long stop, PersonId person, String reason, Instant at) {
        jdbc.sql("insert into driftgate.sending_restart values (:stop, :person, :reason, :at)")
                .param("stop", stop)
                .param("person", person.value())
                .param("reason", reason)
                .param("at", OrderWrites.utc(at))
                .update();
    }

    boolean meet(long stop, CaseId about, Instant at) {
        return jdbc.sql("insert into driftgate.stopped_case values (:stop, :case, :at) on conflict do nothing")
                        .param("stop", stop)
                        .param("case", about.value())
                        .param("at", OrderWrites.utc(at))
                        .update()
                == 1;
    }
}
