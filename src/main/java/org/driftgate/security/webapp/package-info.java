/**
 * Hands the logged-in person to Tasklist, Cockpit and the engine's REST interface. The filter that their web
 * applications offer for this has no public name, so its implementation class is named here and nowhere else.
 */
@NullMarked
package org.driftgate.security.webapp;

import org.jspecify.annotations.NullMarked;
