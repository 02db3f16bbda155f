package org.parley.agreement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.time.DateRange;

/** Which agreements. */
@Input("AgreementFilter")
@Description("""
        Which agreements. Slugs name actors. A state or body also finds what was agreed on its behalf. Lists mean any of; \
        an empty list finds nothing.""")
public record AgreementFilter(
        @Description("When it was made, or put forward.") DateRange between,
        @Description("One of these is a party.") List<String> parties,
        @Description("All of these are parties.") List<String> allParties,
        @Description("Of these kinds.") List<AgreementKind> kinds,
        @Description("Of these statuses.") List<AgreementStatus> statuses,
        @Description("Its title, summary or one of its provisions contains this text, without regard to case and accents: three letters or digits in a row at least.") String text) {

    static final AgreementFilter ALL = new AgreementFilter(null, null, null, null, null, null);
}
