package org.parley.exchange.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects the encoding of a text file: by its byte order mark or zero bytes, else UTF-8 if the file is valid UTF-8, else windows-1252. */
final class TextEncoding {

    private static final int SAMPLE = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextEncoding() {
    }

    static Charset detect(Path file) throws IOException {
        byte[] sample;
        try (InputStream input = Files.newInputStream(file)) {
            sample = input.readNBytes(SAMPLE);
        }
        Charset wide = wide(sample);
        return wide != null ? wide : isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** Returns the UTF-16 of the sample, or null. Half of the bytes of most texts in UTF-16 are zero, and none in other encodings. */
    private static Charset wide(byte[] sample) {
        if (sample.length > 1 && (sample[0] & 0xFF) == 0xFE && (sample[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (sample.length > 1 && (sample[0] & 0xFF) == 0xFF && (sample[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }
        int many = sample.length / 8 + 1;
        return zeros[0] >= many && zeros[1] == 0 ? StandardCharsets.UTF_16BE
                : zeros[1] >= many && zeros[0] == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader reader = open(file, StandardCharsets.UTF_8)) {
            char[] buffer = new char[1 << 16];
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Opens the text after its byte order mark. Reading throws a CharacterCodingException at bytes that are not in the encoding. */
    static BufferedReader open(Path file, Charset charset) throws IOException {
        return open(Files.newInputStream(file), charset);
    }

    static BufferedReader open(InputStream input, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input,
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
