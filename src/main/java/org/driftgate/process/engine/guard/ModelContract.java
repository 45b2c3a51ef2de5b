package org.driftgate.process.engine.guard;

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
}
