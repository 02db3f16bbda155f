package org.parley.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute of an entity that is read only where the request asks for a field that shows it. Elsewhere it is null, false or zero: it is
 * for what is shown, and nothing else may be made of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ReadIfAsked {

    /** The fields that show it, of whatever type; none: the one of its own name. */
    String[] value() default {};

    /** Whether cursors are made of it, so that it is read where one is asked for. */
    boolean inCursors() default false;
}
