package org.parley.time;

/** A text is not a valid EDTF date; the message has the reason. */
public class EdtfException extends IllegalArgumentException {

    public EdtfException(String text, String reason) {
        super("'" + text + "' is not an EDTF date: " + reason);
    }
}
