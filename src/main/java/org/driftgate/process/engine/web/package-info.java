/** What a request to the engine's web applications passes through; their filter has no public name. */
@NullMarked
@NamedInterface("web")
package org.driftgate.process.engine.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
