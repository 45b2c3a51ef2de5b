package org.driftgate.run;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code driftgate.run}. */
@Component
class RunTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    RunTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two runs that open at once wait for each other here, so that both get a number. */
    RunId insert(LocalDate day, RunRequest request) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('driftgate.run'))")
                .query()
                .listOfRows();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from driftgate.run where business_day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
        var id = new RunId("R%tY%<tm%<td-%d".formatted(day, number));
        jdbc.sql("""
                insert into driftgate.run
                  (id, business_day, number, source, requested_by, reason, households, state, started_at)
                values (:id, :day, :number, :source, :by, :reason, :households, 'COLLECTING', :now)""")
                .param("id", id.value())
                .param("day", day)
                .param("number", number)
                .param("source", request.source().name())
                .param("by", request.requestedBy().value())
                .param("reason", request.reason())
                .param("households", names(request.households()))
                .param("now", now())
                .update();
        return id;
    }

    Run find(RunId id) {
        return jdbc.sql("select * from driftgate.run where id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row, counts(id)))
                .optional()
                .orElseThrow(() -> noSuchRun(id));
    }

    List<Run> recent(int limit) {
        return jdbc
                .sql("select id from driftgate.run order by business_day desc, number desc limit :limit")
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(id -> find(new RunId(id)))
                .toList();
    }

    RunState lock(RunId id) {
        return jdbc.sql("select state from driftgate.run where id = :id for no key update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(RunState::valueOf)
                .orElseThrow(() -> noSuchRun(id));
    }

    void moveTo(RunId id, RunState state) {
        jdbc.sql("update driftgate.run set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void end(RunId id, RunState state, @Nullable String abortReason) {
        jdbc.sql("""
                update driftgate.run set state = :state, finished_at = :now, abort_reason = :reason where id = :id""")
                .param("state", state.name())
                .param("now", now())
                .param("reason", abortReason)
                .param("id", id.value())
                .update();
    }

    private Map<Bucket, Integer> counts(RunId id) {
        var counts = new EnumMap<Bucket, Integer>(Bucket.class);
        jdbc.sql(
                        "select bucket, count(*) as households from driftgate.run_household where run_id = :id group by bucket")
                .param("id", id.value())
                .query(row -> {
                    counts.put(Bucket.valueOf(row.getString("bucket")), row.getInt("households"));
                });
        return counts;
    }

    private static Run read(ResultSet row, Map<Bucket, Integer> counts) throws SQLException {
        var request = new RunRequest(
                RunSource.valueOf(row.getString("source")),
                new PersonId(row.getString("requested_by")),
                row.getString("reason"),
                households(row.getArray("households")));
        return new Run(
                new RunId(row.getString("id")),
                request,
                RunState.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getString("abort_reason"),
                counts);
    }

    private static List<HouseholdId> households(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(HouseholdId::new).toList();
    }

    private static String[] names(List<HouseholdId> households) {
        return households.stream().map(HouseholdId::value).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static IllegalArgumentException noSuchRun(RunId id) {
        return new IllegalArgumentException("there is no run " + id);
    }
}
