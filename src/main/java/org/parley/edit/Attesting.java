package org.parley.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.seed.read.Origin;

/** What further sources say of a record, or of a field of it. */
final class Attesting implements Act {

    private static final String LIST = "attestations";
    private static final Pattern ONE = Pattern.compile("/" + LIST + "/(\\d+)(.*)");

    @Override
    public String name() {
        return "ATTESTED";
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        ObjectNode after = before.deepCopy();
        List<?> given = (List<?>) asked.arguments().get(LIST);
        if (given.isEmpty()) {
            faults.accept(new InputFault(LIST, "is empty; send at least one"));
        }
        if (!SchemaPiece.of(asked.kind()).properties().containsKey(LIST)) {
            faults.accept(new InputFault("type", "a " + asked.kind().word() + " has no attestations"));
        }
        ArrayNode all = after.withArray("/" + LIST);
        given.forEach(one -> all.add(EntryJson.of(one)));
        return after;
    }

    /** The first that were sent stand behind those that were there. */
    @Override
    public String path(String pointer, ObjectNode before) {
        Matcher one = ONE.matcher(pointer);
        return one.matches()
                ? Origin.words("/" + LIST + "/" + (Integer.parseInt(one.group(1)) - before.path(LIST).size()) + one.group(2)).substring(1)
                : LIST;
    }
}
