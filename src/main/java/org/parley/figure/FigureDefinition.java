package org.parley.figure;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.number;
import static org.parley.record.Fields.period;
import static org.parley.record.Fields.reference;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** What the entry of a figure consists of. */
public final class FigureDefinition {

    public static final Definition FIGURE = Definition.of(Kind.FIGURE, "Numbers given by the sources.",
            "A number given by a source. Different numbers for one measure are separate records.",
            name("measure", "What is counted: 'share of arms imports'.").required().searched(Searched.AS_NAME),
            name("printed", "The number as the source prints it: `94`, `about 2000`, `more than 30`. Quote it in YAML.").required()
                    .searched(Searched.AS_TEXT),
            number("value", "The number itself, if `printed` contains one."),
            name("unit", "What the number counts or measures in: `%`, `soldiers`, `km`.").required().searched(Searched.AS_TEXT),
            actors("of", "OF", "The actors the number is about."),
            reference("by", Kind.ACTOR, "Who does, sends or supplies what is counted."),
            period("period", "The time it covers, as far as the sources say."), happening(),
            actors("reportedBy", "REPORTED_BY", "The actors the source cites for the number."), attestations(), resolutions());

    private FigureDefinition() {
    }
}
