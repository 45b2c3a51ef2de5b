package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generated passwords, one file each, readable by their owner alone. */
final class SecretFiles {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The password of that name, made at the first call. Hexadecimal, so it needs no quoting anywhere. */
    String password(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) return Files.readString(file).trim();
            return create(file);
        } catch (IOException e) {
            throw new UncheckedIOException("password file " + file + " cannot be used", e);
        }
    }

    private String create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createDirectories(folder, access("rwx------"));
        Files.createFile(file, access("rw-------"));
        Files.writeString(file, password, StandardOpenOption.WRITE);
        return password;
    }

    private static FileAttribute<?>[] access(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
