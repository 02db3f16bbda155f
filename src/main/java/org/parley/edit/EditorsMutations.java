package org.parley.edit;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.fault.RecordedText;
import org.parley.graphql.Caller;
import org.parley.graphql.Mutation;
import org.parley.graphql.Mutations;
import org.parley.seed.read.SeedKind;

/** The mutations: each kind of record is recorded, amended and retracted; what sources say of any is attested and resolved. */
@ApplicationScoped
class EditorsMutations implements Mutations {

    private static final GraphQLInputType TEXT = GraphQLTypeReference.typeRef("String");
    private static final GraphQLArgument SLUG = argument("slug", required(TEXT), "The record's slug.");
    private static final GraphQLArgument TYPE = argument("type", required(GraphQLTypeReference.typeRef("RecordType")),
            "The record's type.");
    private static final GraphQLArgument FIELD = argument("field", required(TEXT), "The field, as named in this schema.");
    private static final GraphQLArgument VALUE = argument("value", required(TEXT),
            "The value to be shown: one that a source gives, in the record's own form or as printed.");
    private static final GraphQLArgument NOTE = argument("note", required(TEXT), "Why this value: a sentence that readers see beside it.");
    private static final GraphQLArgument SEEN = argument("revision", required(TEXT),
            "The record's `revision` that the editor has seen. Where the record has changed since, nothing is written.");
    private static final GraphQLArgument MAYBE_SEEN = argument("revision", TEXT,
            "The record's `revision` that the editor has seen; left out, the record may have changed since.");
    private static final GraphQLArgument WHY = argument("why", TEXT, "Why: a sentence for the record's history.");
    private static final GraphQLArgument REASON = argument("why", required(TEXT), "Why: a sentence for the record's history.");
    private static final GraphQLArgument CLIENT_MUTATION_ID = argument("clientMutationId", GraphQLTypeReference.typeRef("ID"),
            "A name of the client's own for this change, another for each: sent again with the same arguments it is done once, and answered as before.");

    private final Desk desk;
    private final EditedQueries records;
    private final Resolving resolving;
    private final Amending amending;

    EditorsMutations(Desk desk, EditedQueries records, EditQueries queries) {
        this.desk = desk;
        this.records = records;
        this.resolving = new Resolving(new AttestedForm(queries), records);
        this.amending = new Amending(new Settled(records));
    }

    @Override
    public List<Mutation> of(GraphQLSchema schema) {
        InputTypes inputs = new InputTypes(schema);
        GraphQLObjectType retraction = PayloadTypes.ofRetraction();
        List<Mutation> mutations = new ArrayList<>();
        for (SeedKind kind : SeedKind.values()) {
            mutations.addAll(of(kind, inputs, retraction));
        }
        GraphQLObjectType record = PayloadTypes.ofRecord();
        Function<Map<String, Object>, SeedKind> kindNamed = arguments -> SeedKind.valueOf(String.valueOf(arguments.get("type")));
        mutations.add(mutation("attest", "Adds what further sources say of a record, or of a field of it.", Caller.EDITOR, record,
                new Attesting(), kindNamed, TYPE, SLUG, MAYBE_SEEN,
                argument("attestations", inputs.attestations(), "What they say, behind what others have said."), WHY, CLIENT_MUTATION_ID));
        mutations.add(mutation("resolve", "Chooses which of the values that sources give for a field the record shows.", Caller.CURATOR,
                record, resolving, kindNamed, TYPE, SLUG, MAYBE_SEEN, FIELD, VALUE, NOTE, CLIENT_MUTATION_ID));
        return mutations;
    }

    private List<Mutation> of(SeedKind kind, InputTypes inputs, GraphQLObjectType retraction) {
        String word = kind.word();
        String name = InputTypes.capital(word);
        GraphQLObjectType payload = PayloadTypes.of(kind);
        GraphQLArgument input = argument("input", required(inputs.input(kind)), "The " + word + ", whole.");
        GraphQLArgument amendment = argument("input", required(inputs.amendment(kind)),
                "What is to be otherwise: a field left out stays, null takes it away, a list is replaced whole.");
        return List.of(
                mutation("record" + name, "Records a new " + word + ".", Caller.EDITOR, payload, new Recording(), any -> kind, input, WHY,
                        CLIENT_MUTATION_ID),
                mutation("amend" + name, "Amends the " + word + " of that slug.", Caller.EDITOR, payload, amending, any -> kind, SLUG, SEEN,
                        amendment, WHY, CLIENT_MUTATION_ID),
                mutation("retract" + name,
                        "Retracts the " + word
                                + " of that slug: it leaves all queries, and its history stays. Refused while others refer to it.",
                        Caller.CURATOR, retraction, new Retracting(), any -> kind, SLUG, SEEN, REASON, CLIENT_MUTATION_ID));
    }

    private Mutation mutation(String name, String description, String role, GraphQLObjectType payload, Act act,
            Function<Map<String, Object>, SeedKind> kind, GraphQLArgument... arguments) {
        GraphQLFieldDefinition field = GraphQLFieldDefinition.newFieldDefinition().name(name)
                .description(description + " Needs the role " + role + ".").type(payload).arguments(List.of(arguments)).build();
        return new Mutation(field, role, (caller, given) -> {
            Asked asked = Asked.of(name, act, kind.apply(given), caller, RecordedText.normalized(given));
            return new EditPayload(desk.write(asked), asked.clientMutationId(), records);
        });
    }

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument().name(name).type(type).description(description).build();
    }

    private static GraphQLInputType required(GraphQLInputType type) {
        return GraphQLNonNull.nonNull(type);
    }
}
