package org.parley.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.dataset.PathCheck;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;

/** The faults of an import: equal ones of several rows are one fault, and a file has those that do not fit on a screen. */
final class GroupedFaults {

    private static final String NOTHING_WRITTEN = "in the import; nothing was written";
    private static final int MAX_LINES = 100;
    private static final int NAMED = 5;

    private final List<Fault> groups;
    private final int total;

    GroupedFaults(Collection<Fault> faults) {
        Map<String, List<Fault>> equal = new LinkedHashMap<>();
        faults.forEach(fault -> equal
                .computeIfAbsent(fault.file() + "\n" + fault.path() + "\n" + fault.message(), none -> new ArrayList<>()).add(fault));
        this.groups = equal.values().stream().map(GroupedFaults::grouped).sorted().toList();
        this.total = faults.size();
    }

    private static Fault grouped(List<Fault> equal) {
        TreeSet<Integer> lines = equal.stream().map(Fault::line).collect(Collectors.toCollection(TreeSet::new));
        Fault first = equal.get(0);
        // A JSON file may have all its rows on one line, and a row may have one fault several times.
        String times = equal.size() + (lines.size() == equal.size() ? " rows" : " times");
        String in = lines.size() < 2 ? "" : ", in the lines "
                + lines.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", ")) + (lines.size() > NAMED ? " ..." : "");
        return new Fault(first.file(), lines.first(), first.path(), first.message() + (equal.size() < 2 ? "" : " (" + times + in + ")"));
    }

    /**
     * Throws a FaultyDataException with the first faults, and writes all of them to the report if there are more; does nothing without
     * faults.
     */
    void throwIfAny(Path report) {
        if (groups.isEmpty()) {
            return;
        }
        if (groups.size() <= MAX_LINES) {
            throw new FaultyDataException(NOTHING_WRITTEN, groups);
        }
        try {
            Files.write(report, groups.stream().map(Fault::toString).toList());
        } catch (IOException e) {
            throw new FaultyDataException(NOTHING_WRITTEN + ", nor the report " + report + ": " + PathCheck.reason(e),
                    groups.subList(0, MAX_LINES));
        }
        throw new FaultyDataException(
                "of " + total + " " + NOTHING_WRITTEN + "; " + report + " lists all " + groups.size() + " kinds of them",
                groups.subList(0, MAX_LINES));
    }
}
