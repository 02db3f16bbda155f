package org.parley.dataset.dump;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Finds text that YAML parsers read as another type if it is not quoted. Dates are text here: they are EDTF. */
final class YamlReservedWords extends Resolver {

    /** Numbers of YAML 1.2 that are text in YAML 1.1. */
    private static final Pattern NUMBER = Pattern.compile("0o[0-7]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private static final int LONG = 40;
    private static final int MANY = 10_000;

    /** Most short texts occur many times: keys, slugs, sources. */
    private final Map<String, Tag> unquoted = new ConcurrentHashMap<>();

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        if (kind != NodeId.scalar || !implicit || value.length() > LONG) {
            return super.resolve(kind, value, implicit);
        }
        if (unquoted.size() > MANY) {
            unquoted.clear();
        }
        return unquoted.computeIfAbsent(value, text -> super.resolve(kind, text, true));
    }

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
        addImplicitResolver(Tag.INT, INT, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
        addImplicitResolver(Tag.MERGE, MERGE, "<");
        addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        addImplicitResolver(Tag.NULL, EMPTY, null);
    }

    /** Returns the type of unquoted text: text only if both YAML 1.1 and 1.2 read it as text. */
    Tag tag(String text) {
        Tag tag = resolve(NodeId.scalar, text, true);
        return tag.equals(Tag.STR) && NUMBER.matcher(text).matches() ? Tag.FLOAT : tag;
    }
}
