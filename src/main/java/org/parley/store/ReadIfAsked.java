package org.parley.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute of an entity that is read only where the request asks for a field that shows it, or where all is read. Elsewhere it is null,
 * false or zero: whoever makes anything of it names the field for which that is done.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ReadIfAsked {

    /** The fields that show it, or for which something is made of it, of whatever type; none: the one of its own name. */
    String[] value() default {};

    /** Whether cursors are made of it, so that it is read where one is asked for. */
    boolean inCursors() default false;
}
