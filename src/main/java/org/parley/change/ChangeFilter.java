package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.parley.source.RecordType;

/** Which changes. */
@Description("Which changes. Conditions on different fields all have to hold; several values of one field are alternatives.")
public record ChangeFilter(
        @Description("To records of one of these types.") List<RecordType> types,
        @Description("To records of one of these slugs, also to those retracted since.") List<String> slugs,
        @Description("Of one of these acts.") List<ChangeAct> acts,
        @Description("By editors of one of these names.") List<String> editors,
        @Description("By one of these editors, given by `editorId`.") List<String> editorIds) {

    static final ChangeFilter NONE = new ChangeFilter(null, null, null, null, null);
}
