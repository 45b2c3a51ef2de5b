/** Start-up: embedded database, data folder, ports, refusals outside demo, the console banner. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "adapter :: book"})
package org.driftgate.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
