package org.driftgate.household;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.driftgate.shared.SnapshotId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rows of a book by COPY over the connection of the running transaction. */
@Component
class SnapshotWriter {

    private final DataSource database;

    SnapshotWriter(DataSource database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(SnapshotId snapshot, Book book) {
        List<CopyTable> tables = new SnapshotRows(snapshot).of(book);
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (CopyTable table : tables) table.send(copy);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy of snapshot " + snapshot, "copy", e);
        } catch (IOException e) {
            throw new UncheckedIOException("copy of snapshot " + snapshot, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
