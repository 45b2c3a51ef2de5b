package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that keeps database, secrets and ports between starts, locked for one running instance. */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Without the lock a second instance would take the first one's database for an orphan and stop it. */
    static DataFolder lock(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(root);
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + root + " cannot be used", e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static RefusedToStart inUse(Path root) {
        return new RefusedToStart(
                "The data folder %s is in use by another running instance.".formatted(root),
                "Stop that instance, or set DRIFTGATE_DATA to another folder.");
    }
}
