package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which statements. */
@Input("StatementFilter")
@Description("""
        Which statements. Slugs name actors, issues, meetings and sources. A state or body also finds those who spoke for it. Lists mean any of; \
        an empty list finds nothing.""")
public record StatementFilter(
        @Description("When it was said or published.") DateRange between,
        @Description("Said by one of these actors.") List<String> speakers,
        @Description("Addressed to one of these actors.") List<String> addressees,
        @Description("On one of these issues.") List<String> issues,
        @Description("With a point of one of these stances; where issues are given too, on one of these.") List<Stance> stances,
        @Description("In one of these forms.") List<StatementForm> forms,
        @Description("Made at one of these meetings.") List<String> meetings,
        @Description("Told by one of these sources.") List<String> sources,
        @Description("True: only what answers another statement. False: only what answers none.") Boolean isReply,
        @Description("Its summary, quotation or one of its points contains this text, without regard to case and accents: three letters or digits in a row at least.") String text) {

    static final StatementFilter ALL = new StatementFilter(null, null, null, null, null, null, null, null, null, null);
}
