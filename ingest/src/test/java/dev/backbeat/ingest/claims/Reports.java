package dev.backbeat.ingest.claims;

import dev.backbeat.ingest.claims.loganalysis.LogAnalysisJson;
import dev.backbeat.ingest.claims.loganalysismarkdown.LogAnalysisMarkdown;
import dev.backbeat.ingest.claims.telemetryaudit.TelemetryAudit;
import dev.backbeat.ingest.claims.telemetrydiagnostics.TelemetryDiagnostics;
import dev.backbeat.ingest.claims.telemetryframes.TelemetryFrames;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.Claim;
import dev.backbeat.model.LineClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads reports in tests.
final class Reports {

    static final List<ReportFormat> FORMATS = List.of(
            new TelemetryDiagnostics(),
            new LogAnalysisJson(),
            new LogAnalysisMarkdown(),
            new TelemetryAudit(),
            new TelemetryFrames());

    /// Bytes with a name.
    record Bytes(String name, byte[] bytes) implements Source {
        @Override
        public long storedBytes() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private Reports() {}

    static Optional<ReportFormat> format(String name, byte[] bytes) {
        String sample = new String(bytes, 0, Math.min(bytes.length, 64 * 1024), StandardCharsets.UTF_8);
        List<ReportFormat> fitting =
                FORMATS.stream().filter(format -> format.fits(name, sample)).toList();
        if (fitting.size() > 1) {
            throw new AssertionError(name + " fits several formats");
        }
        return fitting.stream().findFirst();
    }

    static ReadReport read(ReportFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadReport read(ReportFormat format, byte[] bytes) {
        try {
            return ReportPass.read(ReportPass.bytes(new Bytes("report", bytes)), format, Redactor.standard(), null, 7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Claim> of(ReadReport report, Claim.Kind kind) {
        return report.claims().stream().filter(claim -> claim.kind() == kind);
    }

    static long lines(ReadReport report, LineClass lineClass) {
        return report.summary().counts().stream()
                .filter(count -> count.lineClass() == lineClass)
                .mapToLong(count -> count.lines())
                .sum();
    }

    static long allLines(ReadReport report) {
        return Stream.of(LineClass.values())
                .mapToLong(lineClass -> lines(report, lineClass))
                .sum();
    }

    /// The claim in a few words.
    static String words(Claim claim) {
        StringBuilder words = new StringBuilder();
        if (claim.subject() != null) {
            words.append(claim.subject()).append(' ');
        }
        if (claim.text() != null) {
            words.append('"').append(claim.text()).append("\" ");
        }
        if (claim.unit() != Claim.Unit.NONE) {
            words.append(claim.value());
        }
        return words.toString().strip();
    }
}
