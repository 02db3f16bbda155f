package org.parley.http;

/** A page at one address: what people or programs read instead of JSON. */
public interface Page {

    /** Names what the page shows, apart from the state of the record. Pages of the same key are the same. */
    String key();

    /** Reads what the page shows. Runs on a worker thread. */
    PageContent show(PageReader reader) throws HttpRejectionException;

    /** Returns what is shown if the page cannot be. */
    PageContent fail(int status, String message);
}
