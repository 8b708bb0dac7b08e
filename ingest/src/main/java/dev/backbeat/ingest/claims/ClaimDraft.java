package dev.backbeat.ingest.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import org.jspecify.annotations.Nullable;

/// A claim while it is put together. What says again what another claim of the report said is no second
/// claim, except where [#each] says so.
public final class ClaimDraft {

    private final ReportReading report;
    private final Claim.Kind kind;

    @Nullable
    private String subject;

    @Nullable
    private String text;

    private long value = Time.UNKNOWN;
    private Claim.Unit unit = Claim.Unit.NONE;
    private long precision;
    private long startNanos = Time.UNKNOWN;
    private long endNanos = Time.UNKNOWN;
    private boolean repeatable;

    /// What a claim says.
    record Words(
            Claim.Kind kind,
            @Nullable String subject,
            @Nullable String text,
            long value,
            Claim.Unit unit,
            long startNanos,
            long endNanos) {}

    ClaimDraft(ReportReading report, Claim.Kind kind) {
        this.report = report;
        this.kind = kind;
    }

    /// Whom it is about.
    public ClaimDraft of(@Nullable String name) {
        subject = name == null ? null : ReportFigures.cut(name);
        return this;
    }

    /// A second word of it.
    public ClaimDraft text(@Nullable String words) {
        text = words == null ? null : ReportFigures.cut(words);
        return this;
    }

    /// How many.
    public ClaimDraft count(long number) {
        value = number;
        unit = Claim.Unit.COUNT;
        return this;
    }

    /// How long.
    public ClaimDraft lasting(ReportFigures.Span span) {
        value = span.nanos();
        precision = span.precisionNanos();
        unit = Claim.Unit.NANOS;
        return this;
    }

    /// When.
    public ClaimDraft between(long start, long end) {
        startNanos = start;
        endNanos = end;
        return this;
    }

    /// One of several that may say the same.
    public ClaimDraft each() {
        repeatable = true;
        return this;
    }

    /// Adds it.
    ///
    /// @param offset where the report says it
    /// @param pointer the same within the report's form
    public void at(int offset, String pointer) {
        report.add(this, offset, pointer);
    }

    /// Adds it where a part of a JSON document stands.
    public void at(JsonPart part) {
        part.read();
        at(part.offset(), part.pointer());
    }

    /// Adds it where a line of a Markdown document stands.
    public void at(MarkdownReport.Line line) {
        at(line.offset(), line.section());
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /// What it says, the same for two drafts that say the same.
    Words words() {
        return new Words(kind, subject, text, value, unit, startNanos, endNanos);
    }

    Claim claim(int ordinal, int input, int offset, String pointer) {
        return new Claim(
                ordinal,
                kind,
                subject,
                text,
                value,
                unit,
                precision,
                startNanos,
                endNanos,
                new Origin(input, offset),
                ReportFigures.cut(pointer));
    }
}
