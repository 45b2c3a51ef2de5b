package org.driftgate.trading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One history: the case, its clock, its chance, the versions written so far, and the connection of the role. */
final class HistoryCase {

    static final List<String> PEOPLE = List.of("reviewer", "reviewer2", "advisor01", "advisor02", "trader");

    final String about;
    final Random random;
    final List<HistoryVersion> versions = new ArrayList<>();
    private final Connection role;
    private final HistoryRefusals refusals;
    private Instant now = Instant.parse("2026-11-20T13:05:00Z");

    HistoryCase(String about, Random random, Connection role, HistoryRefusals refusals) {
        this.about = about;
        this.random = random;
        this.role = role;
        this.refusals = refusals;
    }

    /** Whether the database took it; what it refuses is counted. Several statements are one transaction. */
    boolean write(String sql) {
        try (var statement = role.createStatement()) {
            statement.execute(sql);
            int rows = statement.getUpdateCount();
            while (statement.getMoreResults() || statement.getUpdateCount() != -1)
                rows = Math.max(rows, statement.getUpdateCount());
            return rows > 0;
        } catch (SQLException refused) {
            refusals.count(String.valueOf(refused.getMessage()));
            return false;
        }
    }

    @Nullable HistoryVersion newest() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    void at(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    /** For SQL. */
    String time() {
        return "'" + now + "'";
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    String somebody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    String reviewer() {
        return oneOf("reviewer", "reviewer2");
    }

    /** The newest version in SQL; mostly, otherwise the one before it. */
    String version(int older) {
        return "(select * from driftgate.proposal_version where case_id = '%s' order by number desc offset %d limit 1) v"
                .formatted(about, older);
    }
}
