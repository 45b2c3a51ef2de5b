/** Hands the logged-in person to Tasklist, Cockpit and the engine's REST interface. */
@NullMarked
package org.driftgate.security.webapp;

import org.jspecify.annotations.NullMarked;
