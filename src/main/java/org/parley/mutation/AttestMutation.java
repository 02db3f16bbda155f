package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.entry.FaultLocator;
import org.parley.entry.RecordDefinitions;

/** Adds attestations to a record. */
final class AttestMutation implements MutationKind {

    private static final String LIST = "attestations";
    private static final Pattern ATTESTATION_PATH = Pattern.compile("/" + LIST + "/(\\d+)(.*)");

    @Override
    public String name() {
        return "ATTESTED";
    }

    @Override
    public ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults) {
        ObjectNode after = before.deepCopy();
        List<?> attestations = (List<?>) command.arguments().get(LIST);
        if (attestations.isEmpty()) {
            faults.accept(new InputFault(LIST, "is empty; send at least one"));
        }
        if (RecordDefinitions.of(command.kind()).entry().field(LIST).isEmpty()) {
            faults.accept(new InputFault("type", "a " + command.kind().word() + " has no attestations"));
        }
        ArrayNode all = after.withArray("/" + LIST);
        attestations.forEach(one -> all.add(InputEntry.of(one)));
        return after;
    }

    /** Returns the path of the argument. The new attestations follow the existing ones. */
    @Override
    public String path(String pointer, ObjectNode before) {
        Matcher matcher = ATTESTATION_PATH.matcher(pointer);
        return matcher.matches() ? FaultLocator
                .toLabel("/" + LIST + "/" + (Integer.parseInt(matcher.group(1)) - before.path(LIST).size()) + matcher.group(2)).substring(1)
                : LIST;
    }
}
