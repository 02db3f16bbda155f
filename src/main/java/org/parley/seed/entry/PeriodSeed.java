package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.parley.time.Period;

/** A span of time; an end that is not known is left out. */
@RegisterForReflection
public record PeriodSeed(DateSeed from, DateSeed to) {

    public Period period() {
        Period period = new Period();
        period.from = from == null ? null : from.date();
        period.to = to == null ? null : to.date();
        return period;
    }
}
