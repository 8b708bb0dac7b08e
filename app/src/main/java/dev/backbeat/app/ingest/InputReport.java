package dev.backbeat.app.ingest;

import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.LineClass;
import org.jspecify.annotations.Nullable;

/// What became of one input.
///
/// @param name the path it was given as, or `-`
/// @param format the id of its layout
/// @param status `added`, `grown` where it replaces a shorter save of its sessions, or `already known`
/// @param input the store's number of it, or of the input that holds what it holds
/// @param knownAs the name of the input that holds what it holds, where it is already known
/// @param build what people or the log call its build, where one of them says it
/// @param bytesRead its size after decompression
/// @param linesRead how many lines it has
/// @param secretsMasked how many secrets were masked
/// @param claims how many claims it added, where it is a report of another tool
/// @param added what it added to the store
public record InputReport(
        String name,
        String format,
        String status,
        int input,
        @Nullable String knownAs,
        @Nullable String build,
        long bytesRead,
        long linesRead,
        long linesWithEvents,
        long linesSilent,
        long linesUnknown,
        long linesRejected,
        long secretsMasked,
        long claims,
        FactCounts added) {

    static final String ADDED = "added";
    static final String GROWN = "grown";
    static final String KNOWN = "already known";

    /// What became of a log.
    static InputReport ofLog(
            String name, String format, String status, int input, InputSummary summary, FactCounts added) {
        return new InputReport(
                name,
                format,
                status,
                input,
                null,
                null,
                summary.bytes(),
                summary.lines(),
                lines(summary, LineClass.EVENT),
                lines(summary, LineClass.SILENT),
                lines(summary, LineClass.UNKNOWN),
                lines(summary, LineClass.REJECTED),
                summary.secrets(),
                0,
                added);
    }

    /// With the input that holds what it holds, and with its build.
    InputReport known(@Nullable String holder, @Nullable String label) {
        return new InputReport(
                name,
                format,
                status,
                input,
                holder,
                label,
                bytesRead,
                linesRead,
                linesWithEvents,
                linesSilent,
                linesUnknown,
                linesRejected,
                secretsMasked,
                claims,
                added);
    }

    /// Whether it added nothing.
    public boolean isKnown() {
        return status.equals(KNOWN);
    }

    /// How many lines of a class a summary has.
    static long lines(InputSummary summary, LineClass lineClass) {
        return summary.counts().stream()
                .filter(count -> count.lineClass() == lineClass)
                .mapToLong(InputSummary.RuleCount::lines)
                .sum();
    }
}
