package org.parley.time;

/** A text that is no EDTF date, with the reason. */
public class EdtfException extends IllegalArgumentException {

    public EdtfException(String text, String reason) {
        super("'" + text + "' is no EDTF date: " + reason);
    }
}
