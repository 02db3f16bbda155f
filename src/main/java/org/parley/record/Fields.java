package org.parley.record;

import org.parley.record.Field.Searched;

/** Creates the fields of definitions. Descriptions are used in JSON Schemas, mutation inputs and the GraphQL schema. */
public final class Fields {

    private static final String HAPPENING = "Groups records of one happening, such as a meeting and the agreement made there. They share this name; it has the form of a slug.";

    private static final int MAX_INTEGER = 100_000;
    private static final ObjectType IDENTIFIER = ObjectType.of("identifier", "The identifier of the same thing in another register.",
            code("scheme", "^[a-z0-9]+(-[a-z0-9]+)*$",
                    "The register: `wikidata`, `iso3166-1`, `pa-x`. Lower case, words joined by hyphens.").required(),
            name("value", "The identifier in that register, as the register writes it.").required(),
            url("url", "The page about it. Derived from the value if the scheme is known and has such pages."));

    private Fields() {
    }

    static Field slug() {
        return plain("slug", FieldType.SLUG,
                "Unique among the records of its kind, and never changes: plain English in lower case, words joined by hyphens.")
                .required();
    }

    public static Field title() {
        return name("title", "The title as printed on the document; without one, a short neutral title.").required()
                .searched(Searched.AS_NAME);
    }

    public static Field name() {
        return name("name", "The usual name, never one party's term for it.").required();
    }

    public static Field aliases() {
        return names("aliases",
                "Other names, spellings and metonyms in the sources, including one party's own terms: `the Kremlin`, `corridor`.");
    }

    public static Field description() {
        return text("description", "What it is: neutral, and only from the sources.").searched(Searched.AS_TEXT);
    }

    public static Field summary() {
        return text("summary", "The substance in neutral words, not quoted from a source.");
    }

    public static Field date() {
        return date("date", "When a meeting or event takes place, an agreement or statement is made, or a position is held.").required();
    }

    public static Field name(String name, String description) {
        return plain(name, FieldType.NAME, description);
    }

    public static Field names(String name, String description) {
        return plain(name, FieldType.NAMES, description);
    }

    public static Field text(String name, String description) {
        return plain(name, FieldType.TEXT, description);
    }

    public static Field texts(String name, String description) {
        return plain(name, FieldType.TEXTS, description);
    }

    public static Field quotation(String name, String description) {
        return plain(name, FieldType.QUOTATION, description);
    }

    /** A text that matches a pattern, which begins with ^ and ends with $. */
    public static Field code(String name, String pattern, String description) {
        return plain(name, FieldType.CODE, description).pattern(pattern);
    }

    public static Field choice(String name, Class<? extends Enum<?>> values, String description) {
        return new Field(name, FieldType.CHOICE, description, null, values, null);
    }

    /** A web address. */
    public static Field url(String name, String description) {
        return plain(name, FieldType.URL, description);
    }

    /** Web addresses, each once. */
    public static Field urls(String name, String description) {
        return plain(name, FieldType.URLS, description);
    }

    /** Several values of an enum. In a table of objects, each value has a row of its own. */
    public static Field choices(String name, Class<? extends Enum<?>> values, String description, String valuesDescription) {
        return new Field(name, FieldType.CHOICES, description, null, values, null).valuesDescription(valuesDescription);
    }

    public static Field flag(String name, String description) {
        return plain(name, FieldType.FLAG, description);
    }

    public static Field integer(String name, int minimum, String description) {
        return plain(name, FieldType.INTEGER, description).minimum(minimum).maximum(MAX_INTEGER);
    }

    public static Field number(String name, String description) {
        return plain(name, FieldType.NUMBER, description);
    }

    /** A number within bounds, both inclusive. */
    public static Field number(String name, int minimum, int maximum, String description) {
        return number(name, description).minimum(minimum).maximum(maximum);
    }

    public static Field date(String name, String description) {
        return plain(name, FieldType.DATE, description);
    }

    public static Field period(String name, String description) {
        return plain(name, FieldType.PERIOD, description);
    }

    public static Field reference(String name, Kind target, String description) {
        return new Field(name, FieldType.REFERENCE, description, target, null, null);
    }

    public static Field references(String name, Kind target, String description) {
        return new Field(name, FieldType.REFERENCES, description, target, null, null);
    }

    /** The identifiers of a record in other registers. All kinds have this field. */
    public static Field identifiers() {
        return objects("identifiers", IDENTIFIER, "The identifiers of the same thing in other registers.")
                .in(Table.ordered("identifier", "record_id"));
    }

    /** Ordered actors in one role. */
    public static Field actors(String name, String role, String description) {
        return references(name, Kind.ACTOR, description).column("actor_id")
                .in(Table.ordered("involvement", "record_id").with("role", role));
    }

    public static Field issues() {
        return references("issues", Kind.ISSUE, "The issues it is about. Those of a statement's points are always included.")
                .issueOfRecord();
    }

    /** The office in which an actor takes part or signs. */
    public static Field office() {
        return plain("office", FieldType.OFFICE, "The office in which the actor acted, if the sources say. An input gives its title.");
    }

    /** The state or body for which an actor takes part or signs. */
    public static Field onBehalfOf() {
        return reference("onBehalfOf", Kind.ACTOR, "The state or body for which the actor acted. Default: the one the office belongs to.")
                .defaultsToOffice();
    }

    /** Whether a person who takes part or signs was inferred. */
    public static Field inferred() {
        return flag("inferred", "True if the sources name only an office and the person was inferred.");
    }

    /** One object, whose fields are columns of the table that the field itself would be a column of. */
    public static Field object(String name, ObjectType type, String description) {
        return new Field(name, FieldType.OBJECT, description, null, null, type);
    }

    public static Field objects(String name, ObjectType items, String description) {
        return new Field(name, FieldType.OBJECTS, description, null, null, items);
    }

    public static Field happening() {
        return plain("happening", FieldType.SLUG, HAPPENING).column("name").in(Table.unordered("happening", "record_id"));
    }

    /** A field of an attestation or a resolution with the name of a field. */
    public static Field fieldName(String name, String description) {
        return plain(name, FieldType.FIELD_NAME, description);
    }

    public static Field printed(String name, String description) {
        return plain(name, FieldType.PRINTED, description);
    }

    private static Field plain(String name, FieldType type, String description) {
        return new Field(name, type, description, null, null, null);
    }
}
