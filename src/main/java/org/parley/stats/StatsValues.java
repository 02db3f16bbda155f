package org.parley.stats;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.parley.record.Kind;

/** Values of dimensions as they are served. */
final class StatsValues {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    private StatsValues() {
    }

    /**
     * @param raw the key in SQL; the number of a period
     * @param slug the slug of the record
     * @param label its name
     */
    static StatsKey key(Enum<?> by, Kind kind, String raw, String slug, String label) {
        String name = by.name();
        if (raw == null) {
            return new StatsKey(null, null, name, null, isPeriod(name) ? "not known exactly" : "none known");
        }
        if (kind != null) {
            return new StatsKey(raw, kind, name, slug, label);
        }
        if (isPeriod(name)) {
            int number = Integer.parseInt(raw);
            return new StatsKey(raw, null, name, period(name, number), label(name, number));
        }
        return new StatsKey(raw, null, name, raw, raw.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static boolean isPeriod(String name) {
        return name.equals("YEAR") || name.equals("QUARTER") || name.equals("MONTH");
    }

    private static String period(String name, int number) {
        return switch (name) {
            case "YEAR" -> String.format(Locale.ROOT, "%04d", number);
            case "QUARTER" -> String.format(Locale.ROOT, "%04d-Q%d", number / QUARTERS, number % QUARTERS + 1);
            default -> String.format(Locale.ROOT, "%04d-%02d", number / MONTHS, number % MONTHS + 1);
        };
    }

    private static String label(String name, int number) {
        return switch (name) {
            case "YEAR" -> String.valueOf(number);
            case "QUARTER" -> "Q" + (number % QUARTERS + 1) + " " + number / QUARTERS;
            default -> Month.of(number % MONTHS + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + number / MONTHS;
        };
    }
}
