package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.assembly.SessionAssembler;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.model.Event;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the parsed chunks of an input back in order, cuts them into sessions and feeds the assembler. On
/// one thread.
///
/// A session's identity is a hash of its first timed messages, so its first events wait until enough of
/// them are read. Where no message has a time, it is that of its first request; where there is no request
/// either, that of all its events.
final class SessionCutter {

    private static final String CONDUCTOR = "musical-conductor";

    private final int input;
    private final long gapNanos;
    private final SessionHandler handler;
    private Current current = new Current();

    private static final class Current {
        final List<Event> waiting = new ArrayList<>();
        final Map<String, String> packages = new LinkedHashMap<>();
        final long[] fingerprint = new long[Segment.FINGERPRINT_MESSAGES];
        boolean started;
        long timedMessages;
        long startOffset = -1;
        long endOffset;
        long startNanos = Time.UNKNOWN;
        long endNanos = Time.UNKNOWN;
        long lastTimedOffset;

        @Nullable
        String commit;

        @Nullable
        SessionId id;

        @Nullable
        SessionAssembler assembler;

        Current() {}

        /// As the other one is now.
        Current(Current other, FactSink open) {
            waiting.addAll(other.waiting);
            packages.putAll(other.packages);
            System.arraycopy(other.fingerprint, 0, fingerprint, 0, fingerprint.length);
            started = other.started;
            timedMessages = other.timedMessages;
            startOffset = other.startOffset;
            endOffset = other.endOffset;
            startNanos = other.startNanos;
            endNanos = other.endNanos;
            lastTimedOffset = other.lastTimedOffset;
            commit = other.commit;
            id = other.id;
            assembler = other.assembler == null ? null : other.assembler.copy(open);
        }
    }

    SessionCutter(int input, long gapNanos, SessionHandler handler) {
        this.input = input;
        this.gapNanos = gapNanos;
        this.handler = handler;
    }

    /// Another one that goes on from here by itself: what it takes changes nothing here.
    ///
    /// @param other takes the sessions
    /// @param open takes the facts of the session that is open here, but for those that were handed on
    SessionCutter copy(SessionHandler other, FactSink open) {
        SessionCutter copy = new SessionCutter(input, gapNanos, other);
        copy.current = new Current(current, open);
        return copy;
    }

    void accept(ChunkResult chunk) {
        for (int i = 0; i < chunk.segments.size(); i++) {
            Segment segment = chunk.segments.get(i);
            boolean last = i + 1 == chunk.segments.size();
            int eventsEnd = last ? chunk.events.size() : chunk.segments.get(i + 1).firstEvent;
            if (segment.startsSession) {
                if (current.started) {
                    end();
                }
                current.started = true;
            }
            if (segment.firstOffset >= 0) {
                accept(segment, chunk.events.subList(segment.firstEvent, eventsEnd));
            }
        }
    }

    private void accept(Segment segment, List<Event> events) {
        silenceBefore(segment);
        remember(segment);
        events.forEach(this::event);
        if (current.id == null && current.timedMessages >= Segment.FINGERPRINT_MESSAGES) {
            begin();
        }
    }

    private void silenceBefore(Segment segment) {
        boolean silence = Time.isKnown(current.endNanos)
                && Time.isKnown(segment.firstNanos)
                && segment.firstNanos - current.endNanos >= gapNanos;
        if (silence) {
            event(new Event.SilenceEnded(
                    segment.firstTimedOffset, segment.firstNanos, current.lastTimedOffset, current.endNanos));
        }
    }

    private void remember(Segment segment) {
        for (int i = 0; i < segment.timedMessages && current.timedMessages + i < current.fingerprint.length; i++) {
            current.fingerprint[(int) current.timedMessages + i] = segment.fingerprint[i];
        }
        current.timedMessages += segment.timedMessages;
        if (current.startOffset < 0) {
            current.startOffset = segment.firstOffset;
        }
        current.endOffset = segment.lastOffset;
        if (Time.isKnown(segment.firstNanos)) {
            current.startNanos = Time.isKnown(current.startNanos) ? current.startNanos : segment.firstNanos;
            current.endNanos = segment.lastNanos;
            current.lastTimedOffset = segment.lastTimedOffset;
        }
    }

    private void event(Event event) {
        if (event instanceof Event.BuildReported build) {
            current.commit = build.commit() == null ? current.commit : build.commit();
            build.packages().forEach(known -> current.packages.put(known.name(), known.version()));
        }
        if (current.assembler != null) {
            current.assembler.accept(event);
        } else {
            current.waiting.add(event);
            if (current.timedMessages == 0 && event instanceof Event.RequestIdentified first) {
                begin(ContentHash.of(first.requestId()));
            }
        }
    }

    private void begin() {
        long hash = 0;
        for (int i = 0; i < Math.min(current.timedMessages, current.fingerprint.length); i++) {
            hash = ContentHash.combine(hash, current.fingerprint[i]);
        }
        begin(hash);
    }

    private void begin(long hash) {
        SessionId id = new SessionId(ContentHash.finish(hash));
        current.id = id;
        SessionAssembler assembler = new SessionAssembler(id, input, handler.begin(id));
        current.waiting.forEach(assembler::accept);
        current.waiting.clear();
        current.assembler = assembler;
    }

    /// The session has ended. Records that hold no event at all make no session.
    void end() {
        boolean empty = current.id == null && current.waiting.isEmpty();
        if (!empty) {
            if (current.assembler == null && current.timedMessages == 0) {
                begin(current.waiting.hashCode());
            } else if (current.assembler == null) {
                begin();
            }
            close();
        }
        current = new Current();
    }

    private void close() {
        SessionAssembler assembler = current.assembler;
        SessionId id = current.id;
        if (assembler == null || id == null) {
            return;
        }
        assembler.end();
        List<Event.PackageVersion> packages = current.packages.entrySet().stream()
                .map(entry -> new Event.PackageVersion(entry.getKey(), entry.getValue()))
                .toList();
        handler.end(new Session(
                id,
                current.timedMessages,
                current.startNanos,
                current.endNanos,
                current.commit,
                current.packages.get(CONDUCTOR),
                packages,
                new Origin(input, Math.max(0, current.startOffset)),
                new Origin(input, current.endOffset)));
    }
}
