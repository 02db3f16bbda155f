package org.parley.seed.read;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A data set with faults: all of them, in the order of the files. Nothing of it is written. */
public class FaultyDataException extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyDataException(Collection<Fault> faults) {
        this("in the data set; nothing was written", faults);
    }

    /** What is at fault, and what became of it. */
    public FaultyDataException(String where, Collection<Fault> faults) {
        super(faults.size() + (faults.size() == 1 ? " fault " : " faults ") + where + ":\n"
                + faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    public List<Fault> faults() {
        return faults;
    }
}
