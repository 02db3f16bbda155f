package org.parley.record;

/** The types of fields. */
public enum FieldType {
    /** The slug of the record itself, or a slug that refers to no record. */
    SLUG,
    /** One line of text. */
    NAME,
    NAMES,
    /** Text of any length. */
    TEXT,
    TEXTS,
    /** Words quoted from a source. */
    QUOTATION,
    /** A web address: http or https. */
    URL,
    /** Web addresses: http or https. */
    URLS,
    /** One line of text that matches a pattern. */
    CODE,
    /** One of the values of an enum. */
    CHOICE,
    CHOICES,
    /** True or absent. */
    FLAG,
    INTEGER,
    NUMBER,
    /** An EDTF text, or an object with `edtf` and `reading` or `inferred`. */
    DATE,
    /** An object with the dates `from` and `to`. */
    PERIOD,
    /** The slug of another record. */
    REFERENCE,
    REFERENCES,
    /** The title of an office of the actor in the same object. */
    OFFICE,
    /** The name of a field. */
    FIELD_NAME,
    /** A value as printed in a source: a text or an integer. */
    PRINTED,
    /** One object, whose fields are columns of the same table. */
    OBJECT,
    OBJECTS;

    public boolean isList() {
        return this == NAMES || this == TEXTS || this == URLS || this == CHOICES || this == REFERENCES || this == OBJECTS;
    }
}
