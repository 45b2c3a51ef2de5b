package org.driftgate.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why nothing can be written to a folder, found out before anything is read or overwritten. */
final class OutputFolder {

    private OutputFolder() {}

    /** What went wrong, where the system says no more than a path. */
    static String words(Exception failure) {
        Throwable reason = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (reason instanceof AccessDeniedException denied) return denied.getFile() + " may not be written to";
        if (reason instanceof NoSuchFileException missing) return missing.getFile() + " cannot be made there";
        if (reason instanceof FileAlreadyExistsException there) return there.getFile() + " is not a folder";
        return String.valueOf(failure.getMessage());
    }

    /** Empty for a folder that is free, absent or holds an earlier answer. */
    static Optional<String> refusal(Path out, Path book, Collection<String> files) throws IOException {
        @Nullable Path there = out.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) there = there.getParent();
        if (there != null && !Files.isDirectory(there)) return Optional.of(there + " is not a folder");
        if (there != null && !Files.isWritable(there)) return Optional.of(there + " may not be written to");
        if (!Files.isDirectory(out)) return Optional.empty();
        if (Files.isSameFile(out, book)) return Optional.of(out + " is the book, its households.csv would be lost");
        return files.stream()
                .map(out::resolve)
                .filter(Files::isDirectory)
                .map(file -> file + " is a folder")
                .findFirst();
    }
}
