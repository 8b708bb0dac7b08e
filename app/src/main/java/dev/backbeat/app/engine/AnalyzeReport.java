package dev.backbeat.app.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backbeat.app.ingest.FactCounts;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.model.Exhibit;
import java.util.List;
import java.util.Map;

/// What one run read and added. Its JSON is the components by their names.
///
/// @param bytesRead after decompression
/// @param linesRead the sum of the four counts that follow; a continuation counts as its head line
/// @param sessions how many were added
/// @param executions how many were added, without those that never began
/// @param executionsIncomplete those that began and were never reported as ended
/// @param beatRunsMapped beat runs that are tied to code
/// @param beatRunsUnmapped beat runs that are not
/// @param errors how many were added, without warnings
/// @param secretsMasked how many secrets were masked
/// @param claims how many claims of reports of other tools were added
/// @param inputsAlreadyKnown how many inputs added nothing, since the store holds what they hold
/// @param seconds how long it took
/// @param inputs what became of each input
/// @param bottlenecks the slowest handlers and beats of all that is in the store
/// @param findings contradictions in all that is in the store
/// @param problems what could not be read, and what is worth knowing
/// @param exhibits the same for people
public record AnalyzeReport(
        long bytesRead,
        long linesRead,
        long linesWithEvents,
        long linesSilent,
        long linesUnknown,
        long linesRejected,
        long sessions,
        long executions,
        long executionsIncomplete,
        long handlerRuns,
        long beatRuns,
        long beatRunsMapped,
        long beatRunsUnmapped,
        long errors,
        long secretsMasked,
        long claims,
        long inputsAlreadyKnown,
        double seconds,
        List<InputReport> inputs,
        List<Map<String, Object>> bottlenecks,
        List<Map<String, Object>> findings,
        List<Problem> problems,
        @JsonIgnore List<Exhibit> exhibits) {

    static AnalyzeReport of(
            List<InputReport> inputs, long mapped, List<Problem> problems, double seconds, List<Exhibit> exhibits) {
        FactCounts added = inputs.stream().map(InputReport::added).reduce(FactCounts.NONE, FactCounts::plus);
        long events = inputs.stream().mapToLong(InputReport::linesWithEvents).sum();
        long silent = inputs.stream().mapToLong(InputReport::linesSilent).sum();
        long unknown = inputs.stream().mapToLong(InputReport::linesUnknown).sum();
        long rejected = inputs.stream().mapToLong(InputReport::linesRejected).sum();
        return new AnalyzeReport(
                inputs.stream().mapToLong(InputReport::bytesRead).sum(),
                events + silent + unknown + rejected,
                events,
                silent,
                unknown,
                rejected,
                added.sessions(),
                added.executions(),
                added.incomplete(),
                added.handlerRuns(),
                added.beatRuns(),
                mapped,
                added.beatRuns() - mapped,
                added.errors(),
                inputs.stream().mapToLong(InputReport::secretsMasked).sum(),
                inputs.stream().mapToLong(InputReport::claims).sum(),
                inputs.stream().filter(InputReport::isKnown).count(),
                seconds,
                inputs,
                PlainRows.ofTables(exhibits),
                PlainRows.ofFindings(exhibits),
                problems,
                exhibits);
    }
}
