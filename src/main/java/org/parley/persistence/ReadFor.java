package org.parley.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the fields for which an attribute of an entity is read. Without this annotation it is read for the field of its own name,
 * `placeKey` for `place`. If none of them is requested, the attribute is null, false or zero. Types that {@link RequestedFields} does not
 * list are read with all attributes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface ReadFor {

    /** The fields that need the attribute; if empty, the one of its own name. */
    String[] value() default {};

    /** Whether cursors need the attribute. */
    boolean inCursors() default false;

    /** Whether the attribute is always read. On an entity this applies to all attributes that it declares. */
    boolean always() default false;
}
