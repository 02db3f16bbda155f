package org.parley.stats;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.parley.record.Kind;

/**
 * What a statistic counts.
 *
 * @param kind the kind of the records
 * @param filter the filter of that kind; null for all records
 * @param by values of the enumeration of the kind's dimensions
 */
@RegisterForReflection
record StatsSelection(Kind kind, Object filter, List<? extends Enum<?>> by) {}
