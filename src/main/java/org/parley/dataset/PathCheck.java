package org.parley.dataset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks the paths of a command line. Each method throws an InvalidPathArgumentException if its check fails. */
public final class PathCheck {

    private PathCheck() {
    }

    /** Requires a readable folder; `expected` describes the folder to name instead. */
    public static Path folder(Path path, String expected) {
        if (!Files.exists(path)) {
            throw new InvalidPathArgumentException(path, "does not exist; name " + expected);
        }
        if (!Files.isDirectory(path)) {
            throw new InvalidPathArgumentException(path, "is not a folder; name " + expected);
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new InvalidPathArgumentException(path, "cannot be read: permission denied");
        }
        return path;
    }

    /** Requires a readable file. */
    public static Path file(Path path) {
        if (!Files.exists(path)) {
            throw new InvalidPathArgumentException(path, "does not exist; name a file");
        }
        if (!Files.isRegularFile(path)) {
            throw new InvalidPathArgumentException(path, "is not a file; name a file");
        }
        if (!Files.isReadable(path)) {
            throw new InvalidPathArgumentException(path, "cannot be read: permission denied");
        }
        return path;
    }

    /** Requires a folder that is empty or can be created. */
    public static Path newFolder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(path) && !isEmptyFolder(path)) {
            throw new InvalidPathArgumentException(path, "is not empty; name a folder that is empty or does not exist yet");
        }
        Path parent = absolute.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InvalidPathArgumentException(path, "cannot be written: " + parent + " is not a folder");
        }
        if (!Files.isWritable(parent)) {
            throw new InvalidPathArgumentException(path, "cannot be written: no permission to write in " + parent);
        }
        return path;
    }

    private static boolean isEmptyFolder(Path path) {
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        } catch (NotDirectoryException e) {
            throw new InvalidPathArgumentException(path, "is not a folder; name a folder that is empty or does not exist yet");
        } catch (IOException e) {
            throw new InvalidPathArgumentException(path, "cannot be read: " + reason(e));
        }
    }

    /** Describes why a file or folder could not be read or written. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof CharacterCodingException) {
            return "text is not valid Unicode";
        }
        String reason = failure instanceof FileSystemException fileFailure ? fileFailure.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason.lines().findFirst().orElse("");
    }
}
