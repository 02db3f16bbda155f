package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.parley.record.Kind;

/** Filter of changes. */
@Description("Selects changes. All given fields must match; of a list, any value.")
public record ChangeFilter(
        @Description("Changes of records of these kinds.") List<Kind> types,
        @Description("Changes of records with these slugs, including retracted ones.") List<String> slugs,
        @Description("Any of these acts.") List<ChangeAct> acts,
        @Description("Changes by editors with these display names.") List<String> editors,
        @Description("Changes by these editors, given by `editorId`.") List<String> editorIds) {}
