package dev.backbeat.ingest.stage;

import dev.backbeat.model.Time;

/// The part of a chunk between two session starts: what is needed to know which session it belongs to.
final class Segment {

    /// How many timed messages make the identity of a session.
    static final int FINGERPRINT_MESSAGES = 8;

    final int firstEvent;
    final boolean startsSession;
    final long[] fingerprint = new long[FINGERPRINT_MESSAGES];
    long timedMessages;
    long firstOffset = -1;
    long lastOffset;
    long firstTimedOffset;
    long lastTimedOffset;
    long firstNanos = Time.UNKNOWN;
    long lastNanos = Time.UNKNOWN;

    Segment(int firstEvent, boolean startsSession) {
        this.firstEvent = firstEvent;
        this.startsSession = startsSession;
    }

    void record(long offset) {
        if (firstOffset < 0) {
            firstOffset = offset;
        }
        lastOffset = offset;
    }

    void timed(long offset, long nanos) {
        if (!Time.isKnown(firstNanos)) {
            firstNanos = nanos;
            firstTimedOffset = offset;
        }
        lastNanos = nanos;
        lastTimedOffset = offset;
        timedMessages++;
    }
}
