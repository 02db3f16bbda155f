package org.parley.time;

/** Formats a date or an interval in English. */
final class EdtfFormatter {

    private static final String NOT_STATED = "year not stated";

    private EdtfFormatter() {
    }

    static String of(EdtfPoint date) {
        return date.isBlank() ? NOT_STATED : marked(date.text(), date);
    }

    /** An end is null if it is open or unknown. */
    static String of(EdtfPoint start, EdtfPoint end, boolean startUnknown, boolean endUnknown) {
        boolean noStart = start == null || start.isBlank();
        boolean noEnd = end == null || end.isBlank();
        if (noStart && noEnd) {
            return NOT_STATED;
        }
        if (noStart) {
            return "until " + of(end) + (startUnknown ? ", start not known" : "");
        }
        if (noEnd) {
            return "from " + of(start) + (endUnknown ? ", end not known" : "");
        }
        boolean alike = start.uncertain() == end.uncertain() && start.approximate() == end.approximate();
        if (alike && start.approximate() && partOfMonth(start, end) != null) {
            return partOfMonth(start, end) + end.monthAndYear() + (end.uncertain() ? " (uncertain)" : "");
        }
        if (alike && start.text().equals(end.text())) {
            return of(end);
        }
        return alike ? marked(joined(start, end, false), start) : joined(start, end, true);
    }

    private static String joined(EdtfPoint start, EdtfPoint end, boolean marks) {
        if (start.contains(end)) {
            return shown(start.text(), start, marks) + ", until " + shown(end.textWithoutYear(), end, marks);
        }
        if (end.contains(start)) {
            return shown(end.text(), end, marks) + ", from " + shown(start.textWithoutYear(), start, marks);
        }
        if (!marks && start.sameMonth(end) && start.hasDay() && end.hasDay()) {
            return start.firstDay() + "–" + end.text();
        }
        boolean sameYear = start.year().equals(end.year()) && start.hasMonth() && end.hasMonth();
        return shown(sameYear ? start.textWithoutYear() : start.text(), start, marks) + " – " + shown(end.text(), end, marks);
    }

    private static String shown(String words, EdtfPoint date, boolean marks) {
        return marks ? marked(words, date) : words;
    }

    private static String marked(String words, EdtfPoint date) {
        return (date.approximate() ? "about " : "") + words + (date.uncertain() ? " (uncertain)" : "");
    }

    /** Returns the prefix for the first, second or last third of a month; null for other days. */
    private static String partOfMonth(EdtfPoint start, EdtfPoint end) {
        if (!start.sameMonth(end) || !start.hasDay() || !end.hasDay()) {
            return null;
        }
        return switch (start.day()) {
            case "01" -> end.lastDay() == 10 ? "early " : null;
            case "11" -> end.lastDay() == 20 ? "mid-" : null;
            case "21" -> end.endsMonth() ? "late " : null;
            default -> null;
        };
    }
}
