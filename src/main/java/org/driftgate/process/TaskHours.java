package org.driftgate.process;

import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** How long the tasks of a run were open until people completed them; known as long as the engine keeps its history. */
@Component
public class TaskHours {

    private static final long MILLIS = 1000;

    private final HistoryService history;
    private final EngineUser user;

    TaskHours(HistoryService history, EngineUser user) {
        this.history = history;
        this.user = user;
    }

    /** Completed tasks of one kind; waiting counts too, so people worked for at most this long. */
    public record Completed(long tasks, long openSeconds, long longestSeconds) {}

    /** By the task's name in the model. */
    public Map<String, Completed> ofRun(RunId run) {
        return user.asItself(() -> history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyLike(run.value() + ".%")
                .taskDeleteReason("completed")
                .list()
                .stream()
                .filter(task -> task.getDurationInMillis() != null)
                .collect(Collectors.groupingBy(
                        HistoricTaskInstance::getTaskDefinitionKey,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.summarizingLong(HistoricTaskInstance::getDurationInMillis),
                                TaskHours::completed))));
    }

    private static Completed completed(LongSummaryStatistics millis) {
        return new Completed(millis.getCount(), millis.getSum() / MILLIS, millis.getMax() / MILLIS);
    }
}
