package org.driftgate.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The packages of {@code src/test/bpmnlint}, installed once into {@code target/bpmnlint}; skips when that cannot be. */
final class NodeModules {

    static final Path FOLDER = Path.of("target", "bpmnlint");
    private static final Path SOURCE = Path.of("src", "test", "bpmnlint");
    private static final List<String> FILES = List.of("package.json", ".bpmnlintrc", "package-lock.json");

    private NodeModules() {}

    /** Once for all test JVMs. */
    static synchronized void require() throws IOException, InterruptedException {
        Assumptions.assumeTrue(onPath("node"), "node is not on the PATH: model checks with npm packages skipped");
        Files.createDirectories(FOLDER);
        try (var lock = FileChannel.open(FOLDER.resolve("installing"), CREATE, WRITE);
                var alone = lock.lock()) {
            if (!isInstalled()) install();
        }
    }

    private static void install() throws IOException, InterruptedException {
        for (String file : FILES)
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        String npm = File.separatorChar == '\\' ? "npm.cmd" : "npm";
        int exit = run(List.of(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"), FOLDER, 240)
                .exit();
        if (exit != 0) Files.deleteIfExists(FOLDER.resolve("package-lock.json"));
        Assumptions.assumeTrue(exit == 0, "npm ci failed (no network?): model checks with npm packages skipped");
    }

    record Result(int exit, String output) {}

    static Result run(List<String> command, Path folder, int seconds) throws IOException, InterruptedException {
        Path output = Files.createTempFile("driftgate", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "no answer within " + seconds + " s");
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }

    private static boolean isInstalled() throws IOException {
        Path lock = FOLDER.resolve("package-lock.json");
        return Files.exists(lock)
                && Files.isDirectory(FOLDER.resolve("node_modules"))
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1
                && Files.mismatch(FOLDER.resolve(".bpmnlintrc"), SOURCE.resolve(".bpmnlintrc")) == -1;
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(program))
                        || Files.isExecutable(folder.resolve(program + ".exe")));
    }
}
