package org.parley.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares names of persons by how they sound: whatever the transliteration (`Quliyev`, `Guliyev`), the order of the words, and additional
 * ones, such as a patronymic.
 */
final class NameSounds {

    /** Words that are less alike than this are of different names. */
    private static final double MIN_WORD = 0.6;
    /** Names that only sound alike are not known to be the same. */
    private static final double MAX = 0.95;
    private static final String VOWELS = "aiu";
    /** Each letter of a name key, and the letter for its sound. */
    private static final String LETTERS = "bcdefghjkoqsvwxyz";
    private static final String SOUNDS = "pstivkkskuksvvkis";

    private NameSounds() {
    }

    /** Returns a word in letters for similar sounds. */
    static String of(String word) {
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean isSilent = letter == 'h' && i > 0 && "sctdz".indexOf(word.charAt(i - 1)) >= 0
                    || "td".indexOf(letter) >= 0 && i + 1 < word.length() && "jzsc".indexOf(word.charAt(i + 1)) >= 0;
            int index = LETTERS.indexOf(letter);
            char sound = index < 0 ? letter : SOUNDS.charAt(index);
            if (!isSilent && (sounds.isEmpty() || sounds.charAt(sounds.length() - 1) != sound)) {
                sounds.append(sound);
            }
        }
        return sounds.toString();
    }

    /** Returns the consonants of a word in letters for similar sounds. */
    static String consonants(String word) {
        StringBuilder consonants = new StringBuilder();
        of(word).chars().filter(sound -> VOWELS.indexOf(sound) < 0).forEach(sound -> consonants.append((char) sound));
        return consonants.toString();
    }

    /** Returns how alike the words of the shorter name are to those of the other, from 0 to 1; 0 for a name of one word. */
    static double similarity(List<String> one, List<String> other) {
        List<String> shorter = one.size() <= other.size() ? one : other;
        List<String> rest = new ArrayList<>((one.size() <= other.size() ? other : one).stream().map(NameSounds::of).toList());
        double sum = 0;
        for (String word : shorter) {
            String sounds = of(word);
            int best = -1;
            double most = MIN_WORD;
            for (int i = 0; i < rest.size(); i++) {
                double similarity = wordSimilarity(sounds, rest.get(i));
                if (similarity >= most && (best < 0 || similarity > most)) {
                    most = similarity;
                    best = i;
                }
            }
            if (best < 0) {
                return 0;
            }
            rest.remove(best);
            sum += most;
        }
        return shorter.size() < 2 ? 0 : Math.min(MAX, sum / shorter.size());
    }

    /** 1 less the share of letters to change, insert or delete. */
    private static double wordSimilarity(String one, String other) {
        int[] distances = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            distances[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = distances[0];
            distances[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.min(changed, 1 + Math.min(distances[j], distances[j - 1]));
            }
        }
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - distances[other.length()] / (double) longer;
    }
}
