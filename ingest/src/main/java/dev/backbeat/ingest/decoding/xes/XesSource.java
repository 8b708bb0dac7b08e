package dev.backbeat.ingest.decoding.xes;

import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.ingest.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An event log as lines. It is read once to its end to know that it is whole, and what stands in its
/// first line; what is read after that has to be the same.
final class XesSource implements Source {
    private final Source source;

    @Nullable
    private Survey survey;

    /// What a log holds.
    private record Survey(long traces, long hash, @Nullable Instant earliest, String name) {}

    XesSource(Source source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long storedBytes() {
        return source.storedBytes();
    }

    @Override
    public InputStream open() throws IOException {
        Survey known = survey;
        if (known == null) {
            known = survey();
            survey = known;
        }
        String head = XesLine.of(1, "log", String.valueOf(known.earliest()))
                .field(known.name())
                .field("%016x".formatted(known.hash()))
                .field(known.traces() + (known.traces() == 1 ? " trace" : " traces"))
                .text();
        XesLines lines = new XesLines(new XesReader(source.open()), known.name());
        return new SequenceInputStream(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), lines);
    }

    private Survey survey() throws IOException {
        String name = logName();
        long traces = 0;
        long hash = 0;
        Instant earliest = null;
        try (XesReader reader = new XesReader(source.open())) {
            XesWriter writer = new XesWriter(name);
            for (XesTrace trace = reader.next(); trace != null; trace = reader.next()) {
                byte[] lines = writer.lines(trace);
                hash = ContentHash.combine(hash, ContentHash.of(lines, 0, lines.length));
                Instant first = trace.earliest();
                earliest = earliest == null || first != null && first.isBefore(earliest) ? first : earliest;
                traces++;
            }
        }
        if (earliest == null) {
            throw new IOException("the event log has %s with a time".formatted(traces == 0 ? "no trace" : "no event"));
        }
        return new Survey(traces, ContentHash.finish(hash), earliest, name);
    }

    /// What the log calls itself, else its file.
    private String logName() throws IOException {
        try (XesReader reader = new XesReader(source.open())) {
            reader.next();
            String said = reader.logName();
            if (said != null && !said.isBlank()) {
                return said;
            }
        }
        Path file = Path.of(source.name()).getFileName();
        String name = file == null ? source.name() : file.toString();
        String bare = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return bare.toLowerCase(Locale.ROOT).endsWith(".xes") ? bare.substring(0, bare.length() - 4) : bare;
    }
}
