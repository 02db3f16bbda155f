package org.parley.entry;

/** Receives the progress of a command that reads or writes a data set. */
public interface Progress {

    /** Discards all reports. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, long total) {
        }

        @Override
        public void advance(long done) {
        }
    };

    /**
     * Begins a step.
     *
     * @param total the number of items of the step; 0 if unknown
     */
    void begin(String step, long total);

    /** Reports that `done` more items were processed. */
    void advance(long done);
}
