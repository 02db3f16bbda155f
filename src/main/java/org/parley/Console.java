package org.parley;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prints the output of commands as UTF-8, regardless of the locale of the machine. */
final class Console {

    private Console() {
    }

    /** Prints a result to standard output, terminated by a line break. */
    static void print(String text) {
        write(FileDescriptor.out, line(text));
    }

    /** Prints an error to standard error, terminated by a line break. */
    static void warn(String text) {
        write(FileDescriptor.err, line(text));
    }

    /** Writes text to standard error without a line break. */
    static void draw(String text) {
        write(FileDescriptor.err, text);
    }

    private static String line(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    /** Does not close the stream: the process needs its descriptor. */
    @SuppressWarnings("resource")
    private static void write(FileDescriptor descriptor, String text) {
        try {
            new FileOutputStream(descriptor).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
