package org.parley.seed;

/** Hears how far a command that reads or writes a data set has come. */
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

    /** A step begins: what is done, and how many pieces there are to do; 0 where that is not known. */
    void begin(String step, long total);

    /** Reports that `done` more items were processed. */
    void advance(long done);
}
