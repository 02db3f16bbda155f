package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Which statements. */
@Input("StatementFilter")
@Description("""
        Selects statements. Actors are given by slug. A state or body also matches those who acted on its behalf. All given fields must \
        match; of a list, any value. An empty list matches nothing.""")
public record StatementFilter(
        @Description(CombinableFilter.AND) List<StatementFilter> and,
        @Description(CombinableFilter.OR) List<StatementFilter> or,
        @Description(CombinableFilter.NOT) StatementFilter not,
        @Description("When it was said or published.") DateRange between,
        @Description("Said by any of these actors.") List<String> speakers,
        @Description("Addressed to any of these actors.") List<String> addressees,
        @Description("True: only statements with a recorded addressee. False: only the others.") Boolean hasAddressee,
        @Description("About any of these actors: refers to one, or has a point that is the position of one who does not speak.") List<String> mentions,
        @Description("On any of these issues, given by slug.") List<String> issues,
        @Description("It has a point with any of these stances; if `issues` are given, on one of them.") List<Stance> stances,
        @Description("Any of these forms.") List<StatementForm> forms,
        @Description("Made at any of these meetings, given by slug.") List<String> meetings,
        @Description("Attested by any of these sources, given by slug.") List<String> sources,
        @Description("True: only replies to other statements. False: only statements that are not replies.") Boolean isReply,
        @Description("True: only statements that another one replies to. False: only those without a reply.") Boolean isAnswered,
        @Description("True: only statements with an inferred date, their own or of a point. False: only the others.") Boolean inferred,
        @Description("""
                A text of the statement or of one of its points has all these words, as `search` finds them: words or their beginnings, ignoring \
                case, accents and script; `"a phrase"`; `-excluded`.""") String text)
        implements
            CombinableFilter<StatementFilter> {}
