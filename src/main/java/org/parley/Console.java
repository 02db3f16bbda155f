package org.parley;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a command prints: UTF-8, whatever the charset of the machine's locale. */
final class Console {

    private Console() {
    }

    /** Prints a result to the standard output, ending its last line. */
    static void print(String text) {
        write(FileDescriptor.out, line(text));
    }

    /** Prints a fault to the standard error, ending its last line. */
    static void warn(String text) {
        write(FileDescriptor.err, line(text));
    }

    /** Draws to the standard error as it is, without ending the line. */
    static void draw(String text) {
        write(FileDescriptor.err, text);
    }

    private static String line(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    /** The stream is not closed: the process needs its descriptor. */
    @SuppressWarnings("resource")
    private static void write(FileDescriptor descriptor, String text) {
        try {
            new FileOutputStream(descriptor).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
