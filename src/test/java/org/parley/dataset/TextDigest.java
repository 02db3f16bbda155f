package org.parley.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words of each part of a text, as hashes. The texts may not be published, so the repository has digests of them, which suffice to
 * check quotations, aliases and copied phrases.
 * <p>
 * A digest is made from a file SLUG.tsv with one part of the text on each line: its locator, a tab, and its words, without the hyphenation,
 * ligatures and footnote marks of the scan.
 *
 * <pre>
 * java src/test/java/org/parley/dataset/TextDigest.java src/test/resources/texts FILE.tsv ...
 * </pre>
 */
final class TextDigest {

    /** A run of this many words counts as copied. */
    static final int COPIED = 8;
    /** Longer phrases are checked by their runs of this many words. */
    private static final int RUN = 4;
    private static final String ANY_PART = "";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<Integer> hashes = new TreeSet<>();

    static TextDigest read(Path file) throws IOException {
        TextDigest digest = new TextDigest();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("part ")) {
                digest.parts.add(line.substring("part ".length()));
            } else {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(line));
                while (bytes.hasRemaining()) {
                    digest.hashes.add(bytes.getInt());
                }
            }
        }
        return digest;
    }

    Set<String> parts() {
        return parts;
    }

    boolean has(String part, String phrase) {
        List<String> words = words(phrase);
        return !words.isEmpty() && runs(words, Math.min(RUN, words.size())).stream().allMatch(run -> hashes.contains(hash(part, run)));
    }

    boolean has(String phrase) {
        return parts.stream().anyMatch(part -> has(part, phrase));
    }

    /** Returns the first run of words that occurs in the text. */
    Optional<String> copied(String ours) {
        return runs(words(ours), COPIED).stream().filter(run -> hashes.contains(hash(ANY_PART, run))).findFirst();
    }

    /** Converts to lower case, without accents, punctuation and the possessive s. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[’‘]", "'")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain)).map(word -> word.replaceAll("^'+|'+$", "").replaceAll("'s$", ""))
                .filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> runs(List<String> words, int length) {
        return IntStream.rangeClosed(0, words.size() - length).mapToObj(at -> String.join(" ", words.subList(at, at + length))).toList();
    }

    private static int hash(String part, String run) {
        try {
            byte[] bytes = (part + "\t" + run).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String part, String text) {
        parts.add(part);
        List<String> words = words(text);
        IntStream.rangeClosed(1, RUN).forEach(length -> runs(words, length).forEach(run -> hashes.add(hash(part, run))));
        runs(words, COPIED).forEach(run -> hashes.add(hash(ANY_PART, run)));
    }

    private String write() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * hashes.size());
        hashes.forEach(bytes::putInt);
        String lines = Base64.getMimeEncoder(128, new byte[]{'\n'}).encodeToString(bytes.array()).replace("=", "");
        return parts.stream().map(part -> "part " + part + "\n").collect(Collectors.joining()) + lines + "\n";
    }

    public static void main(String[] args) throws IOException {
        for (String text : List.of(args).subList(1, args.length)) {
            TextDigest digest = new TextDigest();
            for (String line : Files.readAllLines(Path.of(text))) {
                String[] part = line.split("\t", 2);
                digest.add(part[0], part[1]);
            }
            String name = Path.of(text).getFileName().toString().replaceAll("\\.tsv$", ".digest");
            Files.writeString(Path.of(args[0], name), digest.write());
        }
    }
}
