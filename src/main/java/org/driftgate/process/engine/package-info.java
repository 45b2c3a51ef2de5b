/**
 * The only place that touches the engine's implementation classes: calendars, parse listeners, command interceptors, the
 * clock and the job executor have no public interface. A change of engine version, or to a fork, is felt here alone.
 */
@NullMarked
package org.driftgate.process.engine;

import org.jspecify.annotations.NullMarked;
