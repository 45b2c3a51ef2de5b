package org.driftgate.process.engine.guard;

import java.util.Optional;
import java.util.Set;

/** What models and code have agreed on; whatever is not named here is not there for a model. */
public interface ModelContract {

    /** Beans whose public methods an expression may call. */
    Set<String> beans();

    /** Delegates that send orders. */
    Set<String> submitting();

    /** The user task that every way to such a delegate must pass. */
    String reviewTask();

    /**
     * Flags that the application sets only once orders of the case were filled, so after a review. A flow that demands one
     * cannot be the first way to a submission; in return no model may write them.
     */
    Set<String> afterTrading();

    /** Variables that decide the way of a case; only the application writes them. */
    Set<String> routing();

    /** Files that are asked in their newest version, not in that of a model; they are never deployed along with one. */
    Set<String> independent();

    /** Whether the name of a decision says that the application asks it. */
    boolean isTable(String decision);

    /** What was agreed about a decision table that the application asks. */
    Optional<TableContract> table(String decision);
}
