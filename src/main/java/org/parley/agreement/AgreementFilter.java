package org.parley.agreement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.persistence.CombinableFilter;
import org.parley.time.DateRange;

/** Which agreements. */
@Input("AgreementFilter")
@Description("""
        Selects agreements. Actors are given by slug. A state or body also matches those who acted on its behalf. All given fields must \
        match; of a list, any value. An empty list matches nothing.""")
public record AgreementFilter(
        @Description(CombinableFilter.AND) List<AgreementFilter> and,
        @Description(CombinableFilter.OR) List<AgreementFilter> or,
        @Description(CombinableFilter.NOT) AgreementFilter not,
        @Description("When the agreement was made or proposed.") DateRange between,
        @Description("Any of these actors is a party.") List<String> parties,
        @Description("All of these actors are parties.") List<String> allParties,
        @Description("Any of these kinds.") List<AgreementKind> kinds,
        @Description("Any of these statuses.") List<AgreementStatus> statuses,
        @Description("With a provision on any of these issues, given by slug.") List<String> issues,
        @Description("""
                True: only agreements of which the date, a signatory, another participant or the date of a step was inferred. False: only \
                the others.""") Boolean inferred,
        @Description("""
                A text of the record has all these words, as `search` finds them: words or their beginnings, ignoring case, accents and script; \
                `"a phrase"`; `-excluded`.""") String text)
        implements
            CombinableFilter<AgreementFilter> {}
