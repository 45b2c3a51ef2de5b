/**
 * Decision tables outside of process instances: parsed once, asked thousands of times a second, nothing kept in the
 * engine's history. The configuration of the engine's DMN library is an implementation class, hence here.
 */
@NullMarked
package org.driftgate.process.engine.decision;

import org.jspecify.annotations.NullMarked;
