package org.parley.graphql;

import graphql.schema.GraphQLObjectType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.paging.Connection;
import org.parley.paging.Edge;

/**
 * Names and descriptions of the generic types {@link Connection} and {@link Edge}. SmallRye names `Connection<Meeting>` and `Edge<Meeting>`
 * Connection_Meeting and Edge_Meeting; they are served as MeetingConnection and MeetingEdge.
 */
final class PageTypes {

    private static final Pattern GENERIC = Pattern.compile("(Connection|Edge)_(\\w+)");

    private static final String TIMELINE_ENTRY = "TimelineEntry";

    private PageTypes() {
    }

    /** Returns the served name of a type in the model of SmallRye. */
    static String renamed(String name) {
        Matcher generic = GENERIC.matcher(name);
        return generic.matches() ? generic.group(2).replaceFirst("^" + TIMELINE_ENTRY + "$", "Timeline") + generic.group(1) : name;
    }

    /** Returns the type with its served name. */
    static GraphQLObjectType renamed(GraphQLObjectType type) {
        Matcher generic = GENERIC.matcher(type.getName());
        return generic.matches()
                ? type.transform(same -> same.name(renamed(type.getName())).description(description(generic.group(1), generic.group(2))))
                : type;
    }

    private static String description(String generic, String item) {
        if (item.equals(TIMELINE_ENTRY)) {
            return generic.equals("Edge") ? "A record of the timeline, with its cursor." : "One page of the timeline.";
        }
        String words = item.replaceFirst("^Any(?=[A-Z])", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return generic.equals("Edge") ? (words.matches("[aeiou].*") ? "An " : "A ") + words + " of a list, with its cursor."
                : "One page of a list of " + plural(words) + ".";
    }

    private static String plural(String words) {
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
    }
}
