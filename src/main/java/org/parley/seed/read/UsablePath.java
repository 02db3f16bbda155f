package org.parley.seed.read;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks of paths that a command names. Each throws an UnusablePathException. */
public final class UsablePath {

    private UsablePath() {
    }

    /** A folder that can be read; `what` says which one to name instead. */
    public static Path folder(Path path, String what) {
        if (!Files.exists(path)) {
            throw new UnusablePathException(path, "does not exist; name " + what);
        }
        if (!Files.isDirectory(path)) {
            throw new UnusablePathException(path, "is not a folder; name " + what);
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new UnusablePathException(path, "cannot be read: permission denied");
        }
        return path;
    }

    /** A file that can be read. */
    public static Path file(Path path) {
        if (!Files.exists(path)) {
            throw new UnusablePathException(path, "does not exist; name a file");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusablePathException(path, "is not a file; name a file");
        }
        if (!Files.isReadable(path)) {
            throw new UnusablePathException(path, "cannot be read: permission denied");
        }
        return path;
    }

    /** A folder that is empty, or can be made. */
    public static Path newFolder(Path path) {
        Path place = path.toAbsolutePath().normalize();
        if (Files.exists(path) && !isEmptyFolder(path)) {
            throw new UnusablePathException(path, "is not empty; name a folder that is empty or does not exist yet");
        }
        Path parent = place.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UnusablePathException(path, "cannot be written: " + parent + " is not a folder");
        }
        if (!Files.isWritable(parent)) {
            throw new UnusablePathException(path, "cannot be written: no permission to write in " + parent);
        }
        return path;
    }

    private static boolean isEmptyFolder(Path path) {
        try (Stream<Path> within = Files.list(path)) {
            return within.findAny().isEmpty();
        } catch (NotDirectoryException e) {
            throw new UnusablePathException(path, "is not a folder; name a folder that is empty or does not exist yet");
        } catch (IOException e) {
            throw new UnusablePathException(path, "cannot be read: " + reason(e));
        }
    }

    /** Why a file or folder could not be read or written, in words. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof CharacterCodingException) {
            return "a text is not valid Unicode";
        }
        String reason = failure instanceof FileSystemException inFile ? inFile.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason.lines().findFirst().orElse("");
    }
}
