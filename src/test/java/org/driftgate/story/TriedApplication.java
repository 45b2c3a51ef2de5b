package org.driftgate.story;

import java.util.Map;

/** One demonstration for every test that only knocks at its doors; ends with the JVM. */
final class TriedApplication {

    /** Of this JVM: tests run in more than one of them at a time. */
    static final String NAME = "doors-" + ProcessHandle.current().pid();

    private static final RunningApplication INSTANCE = start();

    private TriedApplication() {}

    static RunningApplication running() {
        return INSTANCE;
    }

    private static RunningApplication start() {
        RunningApplication.forget(NAME);
        var application = RunningApplication.start(NAME, Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "ends the tried application"));
        return application;
    }
}
