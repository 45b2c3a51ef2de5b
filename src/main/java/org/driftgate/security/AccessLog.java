package org.driftgate.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose data did this person, or this session, see? Rows are only ever added. */
@Component
public class AccessLog {

    private final JdbcClient jdbc;

    AccessLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(Who who, String method, String path, int status, Disclosed disclosed) {
        jdbc.sql("""
                insert into driftgate.access (session, person, method, path, status, cases, households, refused)
                values (:session, :person, :method, :path, :status, :cases, :households, :refused)""")
                .param("session", who.session())
                .param("person", who.person())
                .param("method", method)
                .param("path", path)
                .param("status", status)
                .param("cases", array(disclosed.cases()))
                .param("households", array(disclosed.households()))
                .param("refused", array(disclosed.refused()))
                .update();
    }

    /** Newest first; what is not asked for is not narrowed. */
    public List<Access> search(
            @Nullable String person, @Nullable String household, @Nullable String session, int most) {
        return jdbc.sql("""
                select * from driftgate.access
                where (cast(:person as text) is null or person = :person)
                  and (cast(:household as text) is null or households @> array[cast(:household as text)])
                  and (cast(:session as text) is null or session = :session)
                order by id desc limit :most""")
                .param("person", person)
                .param("household", household)
                .param("session", session)
                .param("most", most)
                .query(AccessLog::read)
                .list();
    }

    private static Access read(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("session"),
                row.getString("person"),
                row.getString("method"),
                row.getString("path"),
                row.getInt("status"),
                list(row.getArray("cases")),
                list(row.getArray("households")),
                list(row.getArray("refused")));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static List<String> list(Array values) throws SQLException {
        return List.of((String[]) values.getArray());
    }

    /** The person and the hash of the session, if there is one. */
    record Who(String person, @Nullable String session) {}
}
