package org.parley.source;

import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.code;
import static org.parley.record.Fields.fieldName;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.printed;
import static org.parley.record.Fields.quotation;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.text;

import org.parley.record.Field;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** The fields that all kinds share: attestations, and resolutions of discrepancies. */
public final class AttestationDefinition {

    private static final ObjectType ATTESTATION = ObjectType.of("attestation", "One source's word for a record, or for one of its fields.",
            reference("source", Kind.SOURCE, "The document that attests the record.").required(),
            code("locator", Locator.PATTERN, "Where in the source: `paragraph 4`, `footnote 25`, `page 12`, `section 3.1`, `article 3`, "
                    + "`annex 1`, `table 3`, `title`, `abstract`, `author note`, `disclaimer`, `publication line`, `caption` or "
                    + "`signatures`; in a data set, `row 118`, or `record` and the identifier of the record; in a recording, "
                    + "`time 00:14:30`. Combined from the widest to the narrowest: `annex 1 article 2 paragraph 3`, `table 3 row 5`. "
                    + Locator.rules()).required(),
            choice("voice", Voice.class, "Whose word it is: the source's as fact, its author's opinion, a quoted actor's, or hearsay.")
                    .required(),
            fieldName("field", "The attested field, as named in the GraphQL schema; null or left out for the record as a whole."),
            printed("value", "The value of the field as the source prints it."),
            printed("reads", "The value in the record's own form, if it is printed in another: `2020-11-09` for 'November 9'."),
            quotation("fragment", "At most twelve words quoted from the source, only where the wording itself matters."));

    private static final ObjectType RESOLUTION = ObjectType.of("resolution",
            "Why the record shows one of several attested values of a field.",
            fieldName("field", "The field on which the sources disagree, as named in the GraphQL schema.").required(),
            choice("rule", ResolutionRule.class,
                    "The rule that chose the value: the most precise one, the one of most sources, the wording of the document "
                            + "itself, or an editor's choice.")
                    .required(),
            text("note", "The reason, in one sentence."));

    private AttestationDefinition() {
    }

    /** The attestations of a record, or of a part of it. */
    public static Field attestations() {
        return optionalAttestations().required();
    }

    /** The same for records that need no source. */
    public static Field optionalAttestations() {
        return objects("attestations", ATTESTATION, "Which sources attest it: where in the text, and in whose voice.")
                .in(Table.ordered("attestation", "record_id"));
    }

    /** Why a record shows the values it does where sources disagree. */
    public static Field resolutions() {
        return objects("resolutions", RESOLUTION, "For each field on which sources disagree: why the record shows its value.")
                .in(Table.unordered("resolution", "record_id"));
    }
}
