package org.parley.agreement;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.aliases;
import static org.parley.record.Fields.choice;
import static org.parley.record.Fields.choices;
import static org.parley.record.Fields.date;
import static org.parley.record.Fields.happening;
import static org.parley.record.Fields.inferred;
import static org.parley.record.Fields.integer;
import static org.parley.record.Fields.objects;
import static org.parley.record.Fields.office;
import static org.parley.record.Fields.onBehalfOf;
import static org.parley.record.Fields.reference;
import static org.parley.record.Fields.summary;
import static org.parley.record.Fields.text;
import static org.parley.record.Fields.title;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.actor.ParticipationRole;
import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;
import org.parley.record.ObjectType;
import org.parley.record.Table;

/** What the entry of an agreement consists of. */
public final class AgreementDefinition {

    private static final ObjectType SIGNATURE = ObjectType.of("signature", "One signature of an agreement.",
            reference("actor", Kind.ACTOR, "Who signed.").required(), onBehalfOf(), office(), inferred());

    private static final ObjectType LINK = ObjectType.of("agreementLink", "An agreement's relation to another one.",
            choice("relation", AgreementRelation.class, "How it relates to the other agreement.").required(),
            reference("agreement", Kind.AGREEMENT, "The other agreement.").required().column("linked_id").acyclicBy("relation"));

    private static final ObjectType PARTICIPATION = ObjectType.of("agreementParticipation", "An actor's role in an agreement.",
            reference("actor", Kind.ACTOR, "Who has the role: the person, if the sources name one.").required(),
            choices("roles", ParticipationRole.class, "The roles of the actor, one or more.",
                    "GUARANTOR answers for what is agreed; WITNESS attests it; DEPOSITARY keeps the document; VERIFIER establishes whether "
                            + "the parties do what they agreed.")
                    .required().column("role"),
            office(), onBehalfOf(), inferred());

    private static final ObjectType STEP = ObjectType.of("implementationStep",
            "How far a provision was carried out at a date. Its attestations are not among those of the provision.",
            date("date", "When this was the state: the day it was reached, or the day a source reports it.").required(),
            choice("status", ImplementationStatus.class, "How far the provision was carried out.").required(),
            summary().searched(Searched.AS_TEXT), attestations());

    private static final ObjectType PROVISION = ObjectType.of("provision",
            "One provision of an agreement. Its attestations are not among those of the agreement.",
            integer("number", 1, "Position in the agreement as recorded here, from 1. The document may number differently.").required(),
            summary().required().searched(Searched.AS_TEXT),
            text("text", "Its wording, only where an official document attests it.").searched(Searched.AS_TEXT),
            reference("issue", Kind.ISSUE, "The issue the provision deals with.").issueOfRecord(),
            objects("steps", STEP, "How it was carried out, oldest first.").in(Table.ordered("implementation_step", "agreement_id")),
            attestations());

    /** The roles of an agreement that no other field has. */
    private static final Set<ParticipationRole> ROLES = EnumSet.of(ParticipationRole.FACILITATOR, ParticipationRole.GUARANTOR,
            ParticipationRole.WITNESS, ParticipationRole.OBSERVER, ParticipationRole.SUPPORTER, ParticipationRole.DEPOSITARY,
            ParticipationRole.VERIFIER);

    private static final String RULES = """
            {"allOf": [
              {"if": {"properties": {"kind": {"not": {"const": "COLLECTION"}}}},
               "then": {"required": ["parties"], "properties": {"parties": {"minItems": 1}}}},
              {"properties": {"participations": {"items": {"properties": {"roles": {"items": {
                "enum": [%s],
                "description": "List a PARTY in `parties` and a MEDIATOR in `mediators`. The other roles are those of a meeting."
              }}}}}}}
            ]}""";

    public static final Definition AGREEMENT = Definition.of(Kind.AGREEMENT, "Agreements with their provisions and signatures.",
            "An agreement between two or more parties, or a draft or proposal for one.", title(), aliases().searched(Searched.AS_NAME),
            choice("kind", AgreementKind.class, "The form of the agreement.").required(),
            choice("status", AgreementStatus.class, "How far the agreement got. `UNKNOWN` if the sources do not say.").required(), date(),
            summary().searched(Searched.AS_TEXT), reference("meeting", Kind.MEETING, "The meeting at which it was made."), happening(),
            actors("parties", "PARTY", "The actors it binds, or would bind. At least one, except for a `COLLECTION`."),
            actors("mediators", "MEDIATOR", "The actors that mediated, that is helped the parties reach agreement."),
            objects("signatories", SIGNATURE, "Who signed the agreement, for whom and in which office.")
                    .in(Table.ordered("signature", "agreement_id")),
            objects("participations", PARTICIPATION,
                    "Everyone with a role in it: first the parties, then the mediators, then the others. An input has only the others.")
                    .in(Table.ordered("agreement_participation", "agreement_id")),
            objects("links", LINK, "How it relates to other agreements.").in(Table.ordered("agreement_link", "agreement_id")),
            objects("provisions", PROVISION, "What the agreement provides, by number.")
                    .in(Table.identified("provision", "agreement_id", "number")),
            attestations(), resolutions())
            .rule(String.format(Locale.ROOT, RULES, ROLES.stream().map(role -> '"' + role.name() + '"').collect(Collectors.joining(", "))));

    private AgreementDefinition() {
    }
}
