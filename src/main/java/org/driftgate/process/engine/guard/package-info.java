/**
 * What the engine must not be made to do, whoever asks and by whatever entrance: deploying a model that avoids the review
 * or runs code of its own, putting a case behind the review, writing the variables of a case, removing an open case. It
 * touches the engine's implementation classes for the same reason as its parent: parse listeners, deployers, command
 * interceptors and expression resolvers have no public interface.
 */
@NullMarked
package org.driftgate.process.engine.guard;

import org.jspecify.annotations.NullMarked;
