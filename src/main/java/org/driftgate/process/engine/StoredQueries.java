package org.driftgate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The filters of Tasklist without expressions. The engine's own setting looks at the outermost query only, and a filter
 * runs inside the engine where {@link QueryGuardPlugin} does not see it; so both what is saved and what is run, with the
 * query that a caller adds, are looked through here.
 */
final class StoredQueries extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        refuse(filter == null ? null : filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        refuseStored(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q added) {
        refuseStored(filterId);
        refuse(added);
        return super.list(filterId, added);
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        refuseStored(filterId);
        return super.listPage(filterId, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q added, int first, int most) {
        refuseStored(filterId);
        refuse(added);
        return super.listPage(filterId, added, first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        refuseStored(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q added) {
        refuseStored(filterId);
        refuse(added);
        return super.singleResult(filterId, added);
    }

    @Override
    public Long count(String filterId) {
        refuseStored(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> added) {
        refuseStored(filterId);
        refuse(added);
        return super.count(filterId, added);
    }

    static void refuseExpressions(@Nullable Query<?, ?> query) {
        if (!(query instanceof TaskQueryImpl tasks)) return;
        for (TaskQueryImpl part : tasks.getQueries())
            if (!part.getExpressions().isEmpty())
                throw RefusedRequest.never(
                        "Expressions are forbidden in task queries, their parts and filters; name the value itself.");
    }

    /** As a command, so that the attempt is kept like any other. */
    private void refuse(@Nullable Query<?, ?> query) {
        commandExecutor.execute(new FilterExpressionsCmd(query));
    }

    /** A filter may have been saved before this guard stood, or by a hand in the database. */
    private void refuseStored(String filterId) {
        Filter stored = filterId == null ? null : getFilter(filterId);
        if (stored != null) refuse(stored.getQuery());
    }

    private record FilterExpressionsCmd(@Nullable Query<?, ?> query) implements Command<@Nullable Void> {

        @Override
        public @Nullable Void execute(CommandContext context) {
            refuseExpressions(query);
            return null;
        }
    }
}
