package dev.backbeat.app.cli;

import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.model.Exhibit;
import java.util.ArrayList;
import java.util.List;

/// Builds that were said of inputs that the store knows already: they change nothing, which has to be said.
final class IgnoredBuilds {

    private IgnoredBuilds() {}

    /// A note for each known input whose sessions are of another build than was said.
    ///
    /// @param said whether `--build` was given at all
    static List<Problem> notes(Engine engine, AnalyzeReport report, boolean said) {
        List<Problem> notes = new ArrayList<>();
        if (!said) {
            return notes;
        }
        for (InputReport input : report.inputs()) {
            String build = input.build();
            if (input.isKnown() && build != null && isOther(engine, input.input(), build)) {
                notes.add(Problem.note(
                        "`%s` is known already, so `--build %s` changes nothing".formatted(input.name(), build),
                        "`backbeat relabel %d --build %s` says which build it ran".formatted(input.input(), build)));
            }
        }
        return notes;
    }

    private static boolean isOther(Engine engine, int input, String build) {
        String sql = "SELECT session_id FROM sessions WHERE input = %d AND COALESCE(build, '') <> '%s' LIMIT 1"
                .formatted(input, build.replace("'", "''"));
        return engine.query(sql).stream()
                .filter(Exhibit.Table.class::isInstance)
                .map(Exhibit.Table.class::cast)
                .anyMatch(table -> !table.rows().isEmpty());
    }
}
