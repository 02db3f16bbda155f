package org.parley.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field of an entry or of a nested object: type, description, constraints and column. Created by {@link Fields}; the methods that return
 * a Field are only called in definitions.
 */
public final class Field {

    /** How search indexes the text of a field. */
    public enum Searched {
        NOT,
        /** Among the names of the record. */
        AS_NAME,
        /** Among the other texts of the record. */
        AS_TEXT
    }

    private final String name;
    private final FieldType type;
    private final String description;
    private final Kind target;
    private final Class<? extends Enum<?>> values;
    private final ObjectType items;
    private String column;
    private Table table;
    private Kind records;
    private String pattern;
    private Integer minimum;
    private Integer maximum;
    private String valuesDescription;
    private String defaultValue;
    private boolean required;
    private boolean internal;
    private boolean acyclic;
    private String acyclicBy;
    private boolean issueOfRecord;
    private boolean defaultsToOffice;
    private Searched searched = Searched.NOT;

    Field(String name, FieldType type, String description, Kind target, Class<? extends Enum<?>> values, ObjectType items) {
        this.name = name;
        this.type = type;
        this.description = description;
        this.target = target;
        this.values = values;
        this.items = items;
        this.column = snake(name) + (type == FieldType.REFERENCE || type == FieldType.REFERENCES || type == FieldType.OFFICE ? "_id" : "");
    }

    /** Sets the value of a choice that is left out. The canonical form leaves it out, too. */
    public Field defaultValue(Enum<?> value) {
        defaultValue = value.name();
        return this;
    }

    /** Makes the field mandatory; a list must not be empty. */
    public Field required() {
        required = true;
        return this;
    }

    /** Marks a field that the service writes; it is not part of files and inputs. */
    public Field internal() {
        internal = true;
        return this;
    }

    /** Sets the column if it is not named like the field; for a date, the prefix of its five columns. */
    public Field column(String name) {
        column = name;
        return this;
    }

    /** Sets the table of the items of a list. */
    public Field in(Table items) {
        table = items;
        return this;
    }

    /** Declares that each item is a record of a kind. */
    public Field as(Kind kind) {
        records = kind;
        return this;
    }

    /** Declares that references by this field must not form cycles. */
    public Field acyclic() {
        acyclic = true;
        return this;
    }

    /** Declares that references with the same value of a choice of the same object must not form cycles. */
    public Field acyclicBy(String choice) {
        acyclicBy = choice;
        return acyclic();
    }

    /** Adds the referenced issue to the issues of the record. */
    public Field issueOfRecord() {
        issueOfRecord = true;
        return this;
    }

    /** Sets the default: the state or body that the office of the same object belongs to. */
    public Field defaultsToOffice() {
        defaultsToOffice = true;
        return this;
    }

    public Field searched(Searched kind) {
        searched = kind;
        return this;
    }

    Field pattern(String regex) {
        pattern = regex;
        return this;
    }

    Field minimum(int value) {
        minimum = value;
        return this;
    }

    Field maximum(int value) {
        maximum = value;
        return this;
    }

    Field valuesDescription(String text) {
        valuesDescription = text;
        return this;
    }

    public String name() {
        return name;
    }

    public FieldType type() {
        return type;
    }

    public String description() {
        return description;
    }

    /** Returns the kind that the field refers to, or null. */
    public Kind target() {
        return target;
    }

    /** Returns the enum of a choice, or null. */
    public Class<? extends Enum<?>> values() {
        return values;
    }

    /** Returns the names of the enum values. */
    public List<String> valueNames() {
        return Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
    }

    /** Returns the type of the object, or of the objects in a list; null for other fields. */
    public ObjectType items() {
        return items;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isInternal() {
        return internal;
    }

    public boolean isAcyclic() {
        return acyclic;
    }

    /** Returns the name of the choice within whose values references must not form cycles; null if all count together. */
    public String acyclicBy() {
        return acyclicBy;
    }

    public boolean isIssueOfRecord() {
        return issueOfRecord;
    }

    public boolean isDefaultOfOffice() {
        return defaultsToOffice;
    }

    public Searched searched() {
        return searched;
    }

    public String column() {
        return column;
    }

    /** Returns the table of a list; null if it is stored in a column, or its items are records. */
    public Table table() {
        return table;
    }

    /** Returns the kind of record that each item is, or null. */
    public Kind records() {
        return records;
    }

    /** Returns the value if the entry has none, or null. */
    public String defaultValue() {
        return defaultValue;
    }

    String pattern() {
        return pattern;
    }

    /** Returns the least number allowed, or null. */
    Integer minimum() {
        return minimum;
    }

    /** Returns the greatest number allowed, or null. */
    Integer maximum() {
        return maximum;
    }

    String valuesDescription() {
        return valuesDescription;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
