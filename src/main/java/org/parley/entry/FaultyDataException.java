package org.parley.entry;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a data set has faults. Lists all of them in the order of the files; nothing was written. */
public class FaultyDataException extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyDataException(Collection<Fault> faults) {
        this("in the data set; nothing was written", faults);
    }

    /**
     * Creates the exception.
     *
     * @param where the rest of the headline after the number of faults
     */
    public FaultyDataException(String where, Collection<Fault> faults) {
        super(faults.size() + (faults.size() == 1 ? " fault " : " faults ") + where + ":\n"
                + faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    public List<Fault> faults() {
        return faults;
    }
}
