package org.parley.graphql;

import java.util.Set;

/** Who asks: the name by which the record remembers what it changed, and the roles that it has. */
public record Caller(String name, Set<String> roles) {

    /** Records, amends and attests. */
    public static final String EDITOR = "EDITOR";
    /** Also retracts, and settles what sources disagree on. */
    public static final String CURATOR = "CURATOR";

    /** By this name the record remembers what the data set's files brought: nobody else may write by it. */
    public static final String LOAD = "load";

    /** Who does not say who it is. */
    public static final Caller ANONYMOUS = new Caller(null, Set.of());

    public boolean isAnonymous() {
        return name == null;
    }

    /** Whether it may do what needs that role: a curator may do what an editor may. */
    boolean may(String role) {
        return roles.contains(role) || role.equals(EDITOR) && roles.contains(CURATOR);
    }
}
