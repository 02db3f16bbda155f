package org.parley.mutation;

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
import org.parley.fault.TextRules;
import org.parley.graphql.Caller;
import org.parley.graphql.MutationField;
import org.parley.graphql.MutationProvider;
import org.parley.record.Kind;

/** The mutations: record, amend and retract for each kind; attest and resolve for all. */
@ApplicationScoped
class RecordMutations implements MutationProvider {

    private static final GraphQLInputType TEXT = GraphQLTypeReference.typeRef("String");
    private static final GraphQLArgument SLUG = argument("slug", required(TEXT), "Slug of the record.");
    private static final GraphQLArgument TYPE = argument("type", required(GraphQLTypeReference.typeRef("RecordType")),
            "Kind of the record.");
    private static final GraphQLArgument FIELD = argument("field", required(TEXT), "The field, as named in this schema.");
    private static final GraphQLArgument VALUE = argument("value", required(TEXT),
            "The value to show: one that a source gives, in the record's own form or as printed.");
    private static final GraphQLArgument NOTE = argument("note", required(TEXT),
            "The reason, in one sentence. Shown to readers with the value.");
    private static final GraphQLArgument REQUIRED_REVISION = argument("revision", required(TEXT),
            "The `revision` of the record as last read. If the record has changed since, nothing is written and the error is `CONFLICT`.");
    private static final GraphQLArgument OPTIONAL_REVISION = argument("revision", TEXT,
            "The `revision` of the record as last read. If the record has changed since, the error is `CONFLICT`. Default: not checked.");
    private static final GraphQLArgument WHY = argument("why", TEXT, "The reason, in one sentence, for the history of the record.");
    private static final GraphQLArgument REASON = argument("why", required(TEXT),
            "The reason, in one sentence, for the history of the record.");
    private static final GraphQLArgument CLIENT_MUTATION_ID = argument("clientMutationId", GraphQLTypeReference.typeRef("ID"),
            "Idempotency key of at most 200 characters, chosen by the client. If it is sent again with the same arguments, the mutation is "
                    + "executed once and returns the same result; with other arguments, the error is `BAD_USER_INPUT`.");

    private static final String CONFLICT = " Fails with `CONFLICT` if it has changed since `revision`.";
    private static final String ATTEST_EXAMPLE = """
            (type: MEETING, slug: "brussels-2023-07-15", attestations: [{source: "russia-stresses-its-red-lines", \
            locator: "paragraph 3", voice: DOCUMENT_FACT}]) { revision }""";
    private static final String RESOLVE_EXAMPLE = """
            (type: MEETING, slug: "brussels-2023-07-15", field: "date", value: "2023-07-15", note: "As in the official record.") \
            { revision }""";

    private final MutationExecutor executor;
    private final PayloadQueries records;
    private final ResolveMutation resolving;
    private final AmendMutation amending;

    RecordMutations(MutationExecutor executor, PayloadQueries records, ReferenceQueries queries) {
        this.executor = executor;
        this.records = records;
        this.resolving = new ResolveMutation(new AttestedValueForm(queries), records);
        this.amending = new AmendMutation(new ResolutionGuard(records));
    }

    @Override
    public List<MutationField> mutations(GraphQLSchema schema) {
        InputTypes inputs = new InputTypes();
        GraphQLObjectType retraction = PayloadTypes.ofRetraction();
        List<MutationField> mutations = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            mutations.addAll(of(kind, inputs, retraction));
        }
        GraphQLObjectType record = PayloadTypes.ofRecord();
        Function<Map<String, Object>, Kind> kindNamed = arguments -> Kind.valueOf(String.valueOf(arguments.get("type")));
        mutations.add(mutation("attest", "Adds attestations to a record.", ATTEST_EXAMPLE, Caller.EDITOR, record, new AttestMutation(),
                kindNamed, TYPE, SLUG, OPTIONAL_REVISION,
                argument("attestations", inputs.attestations(), "The attestations to add, after those the record has."), WHY,
                CLIENT_MUTATION_ID));
        mutations.add(mutation("resolve", "Chooses the value that a record shows for a field on which sources disagree.", RESOLVE_EXAMPLE,
                Caller.CURATOR, record, resolving, kindNamed, TYPE, SLUG, OPTIONAL_REVISION, FIELD, VALUE, NOTE, CLIENT_MUTATION_ID));
        return mutations;
    }

    private List<MutationField> of(Kind kind, InputTypes inputs, GraphQLObjectType retraction) {
        String word = kind.word();
        String name = kind.typeName();
        String article = ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + word;
        GraphQLObjectType payload = PayloadTypes.of(kind);
        GraphQLArgument input = argument("input", required(inputs.input(kind)), "The complete " + word + ".");
        GraphQLArgument amendment = argument("input", required(inputs.amendment(kind)),
                "The fields to change. An omitted field keeps its value, `null` removes it, a list replaces the whole list.");
        return List.of(
                mutation("record" + name, "Adds a new " + word + ". Fails with `BAD_USER_INPUT` if the slug is taken.",
                        "(input: $input, why: \"Reported by both sides.\") { revision }", Caller.EDITOR, payload, new RecordMutation(),
                        any -> kind, input, WHY, CLIENT_MUTATION_ID),
                mutation("amend" + name, "Changes fields of " + article + "." + CONFLICT,
                        "(slug: \"example\", revision: \"412\", input: $input) { revision }", Caller.EDITOR, payload, amending, any -> kind,
                        SLUG, REQUIRED_REVISION, amendment, WHY, CLIENT_MUTATION_ID),
                mutation("retract" + name, "Removes " + article
                        + " from all queries; its history remains. Fails with `BAD_USER_INPUT` if other records refer to it." + CONFLICT,
                        "(slug: \"example\", revision: \"412\", why: \"Recorded twice.\") { revision }", Caller.CURATOR, retraction,
                        new RetractMutation(), any -> kind, SLUG, REQUIRED_REVISION, REASON, CLIENT_MUTATION_ID));
    }

    private MutationField mutation(String name, String description, String example, String role, GraphQLObjectType payload,
            MutationKind act, Function<Map<String, Object>, Kind> kind, GraphQLArgument... arguments) {
        GraphQLFieldDefinition field = GraphQLFieldDefinition.newFieldDefinition().name(name)
                .description(description + " Requires the role `" + role + "`. Example: `" + name + example + "`.").type(payload)
                .arguments(List.of(arguments)).build();
        return new MutationField(field, role, (caller, values, reads) -> {
            MutationCommand command = MutationCommand.of(name, act, kind.apply(values), caller, TextRules.normalized(values), reads);
            return new MutationPayload(executor.write(command), command.clientMutationId(), records);
        });
    }

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument().name(name).type(type).description(description).build();
    }

    private static GraphQLInputType required(GraphQLInputType type) {
        return GraphQLNonNull.nonNull(type);
    }
}
