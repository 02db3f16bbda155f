package org.parley.agreement;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.inferred;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.office;
import static org.parley.record.Fields.onBehalfOf;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.summary;
import static org.parley.record.Fields.title;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** What the entry of an agreement consists of. */
public final class AgreementDefinition {

    private static final ObjectType SIGNATURE = ObjectType.of("signature", "One signature of an agreement.",
            reference("actor", Kind.ACTOR, "Who signed.").required(), onBehalfOf(), office(), inferred());

    private static final ObjectType PROVISION = ObjectType
            .of("provision", "One provision of an agreement. Its attestations are not among those of the agreement.",
                    integer("number", 1, "Position in the agreement as recorded here, from 1. The document may number differently.")
                            .required(),
                    summary().required().searched(Searched.AS_TEXT),
                    reference("issue", Kind.ISSUE, "The issue the provision deals with.").issueOfRecord(), attestations());

    private static final String PARTIES = """
            {"if": {"properties": {"kind": {"not": {"const": "COLLECTION"}}}},
             "then": {"required": ["parties"], "properties": {"parties": {"minItems": 1}}}}""";

    public static final Definition AGREEMENT = Definition.of(Kind.AGREEMENT, "Agreements with their provisions and signatures.",
            "An agreement between two or more parties, or a draft or proposal for one.", title(),
            choice("kind", AgreementKind.class, "The form of the agreement.").required(),
            choice("status", AgreementStatus.class, "How far the agreement got. `UNKNOWN` if the sources do not say.").required(), date(),
            summary().searched(Searched.AS_TEXT), reference("meeting", Kind.MEETING, "The meeting at which it was made."), happening(),
            actors("parties", "PARTY", "The actors it binds, or would bind. At least one, except for a `COLLECTION`."),
            actors("mediators", "MEDIATOR", "The actors that mediated, that is helped the parties reach agreement."),
            objects("signatories", SIGNATURE, "Who signed the agreement, for whom and in which office.")
                    .in(Table.ordered("signature", "agreement_id")),
            objects("provisions", PROVISION, "What the agreement provides, by number.")
                    .in(Table.identified("provision", "agreement_id", "number")),
            attestations(), resolutions()).rule(PARTIES);

    private AgreementDefinition() {
    }
}
