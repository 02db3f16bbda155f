package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;
import org.parley.source.SearchHit;

@Description("One page of what a search found.")
public class SearchConnection extends Connection<SearchHit, SearchEdge> {

    public SearchConnection(Page<SearchEdge> page) {
        super(page);
    }
}
