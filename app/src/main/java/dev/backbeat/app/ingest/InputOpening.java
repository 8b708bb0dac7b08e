package dev.backbeat.app.ingest;

import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.ingest.source.StandardInput;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.Parsing;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Opens inputs: finds out their format and begins to parse them.
final class InputOpening {

    private static final int GZIP_MAGIC = 0x1F8B;

    private final Formats formats;
    private final Redactor redactor;
    private final long gapNanos;
    private final ExecutorService pool;

    @Nullable
    private final String wanted;

    private final Map<String, Parsing> parsings = new HashMap<>();

    /// @param wanted the format's name where somebody said it
    InputOpening(Formats formats, Redactor redactor, long gapNanos, ExecutorService pool, @Nullable String wanted) {
        this.formats = formats;
        this.redactor = redactor;
        this.gapNanos = gapNanos;
        this.pool = pool;
        this.wanted = wanted;
    }

    /// Opens a file.
    Opened file(Path path) {
        return source(new FileSource(path));
    }

    /// Opens what can be opened more than once.
    Opened source(Source source) {
        try {
            byte[] sample;
            try (InputStream in = source.open()) {
                sample = in.readNBytes(Formats.SAMPLE_BYTES);
            }
            return open(source, sample);
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /// Opens standard input, plain or gzipped.
    Opened standardInput(InputStream in) {
        try {
            BufferedInputStream raw = new BufferedInputStream(in, Formats.SAMPLE_BYTES);
            raw.mark(2);
            boolean gzip = raw.read() << Byte.SIZE == (GZIP_MAGIC & 0xFF00) && raw.read() == (GZIP_MAGIC & 0xFF);
            raw.reset();
            InputStream text = gzip ? new GZIPInputStream(raw, Formats.SAMPLE_BYTES) : raw;
            byte[] sample = text.readNBytes(Formats.SAMPLE_BYTES);
            return open(new StandardInput(new SequenceInputStream(new ByteArrayInputStream(sample), text)), sample);
        } catch (IOException e) {
            throw unreadable("-", e);
        }
    }

    /// Opens what was journalled before.
    OpenInput journal(Source source, String format) throws IOException {
        Format known = formats.named(format);
        Parsing parsing = parsing(known, false);
        return new OpenInput(source, known, parsing, new InputPass(source, parsing, pool));
    }

    /// A second pass over what was just journalled.
    InputPass again(Source journal, OpenInput input) throws IOException {
        return new InputPass(journal, input.journalled(), pool);
    }

    private Opened open(Source source, byte[] sample) throws IOException {
        Optional<Format> encoded = formats.encodedIn(sample, wanted);
        if (encoded.isPresent()) {
            return open(decoded(source, encoded.get()), encoded.get());
        }
        Optional<ReportFormat> report = formats.reportIn(source.name(), sample, wanted);
        if (report.isPresent() && sample.length > 0) {
            return new OpenReport(source, report.get());
        }
        return open(source, formats.of(source.name(), sample, wanted));
    }

    private static Source decoded(Source source, Format format) {
        if (source instanceof StandardInput) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "`-` is `%s`, which is read more than once".formatted(format.id()),
                    "save it in a file and name that");
        }
        return format.decoding().decoded(source);
    }

    private Opened open(Source source, Format format) throws IOException {
        InputPass pass = new InputPass(source, parsing(format, true), pool);
        boolean begun = false;
        try {
            pass.prefetch();
            begun = true;
            return new OpenInput(source, format, parsing(format, false), pass);
        } finally {
            if (!begun) {
                pass.close();
            }
        }
    }

    private Parsing parsing(Format format, boolean journalled) {
        return parsings.computeIfAbsent(
                format.id() + journalled,
                id -> new Parsing(format.layout(), format.vocabulary(), redactor, journalled, gapNanos));
    }

    static BackbeatException unreadable(String name, IOException cause) {
        if (cause.getCause() instanceof Error error) {
            throw error;
        }
        return BackbeatException.withHint(
                        ErrorCode.INPUT,
                        "`%s` can't be read: %s".formatted(name, cause.getMessage()),
                        "check its permissions, or save it again where it is damaged")
                .causedBy(cause);
    }
}
