package org.driftgate.process.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Answers every search for a script language with a refusal, also in definitions that are older than the guard. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // whatever is offered stays unused
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw RefusedRequest.never(
                "Scripts are not run here, in '%s' or any other language; let a delegate of the application do this."
                        .formatted(language));
    }
}
