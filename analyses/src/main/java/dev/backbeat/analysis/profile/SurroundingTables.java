package dev.backbeat.analysis.profile;

import static dev.backbeat.model.Exhibit.Column.number;
import static dev.backbeat.model.Exhibit.Column.text;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Shows findings, silences and mounts.
final class SurroundingTables {

    private SurroundingTables() {}

    static Exhibit findings(Profile answer) {
        return new Exhibit.Findings(
                "worth a look",
                answer.findings(),
                answer.checked().stream()
                        .map(checked -> new Exhibit.Findings.Checked(checked.rule(), checked.checks()))
                        .toList(),
                "no handler, sequence or silence stands out");
    }

    static Exhibit silences(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.Silence silence : answer.silences()) {
            rows.add(List.of(
                    Cell.duration(silence.nanos()),
                    Cell.instant(silence.fromNanos()).to(new Reference.ToSession(silence.session())),
                    silence.execution() == null
                            ? Cell.text("no execution")
                            : Cell.code(Objects.requireNonNullElse(silence.sequence(), "?"))
                                    .to(new Reference.ToExecution(silence.execution())),
                    Cell.place(silence.before().place()),
                    Cell.code(silence.before().text())
                            .to(new Reference.ToPlace(silence.before().place())),
                    Cell.code(silence.after().text())
                            .to(new Reference.ToPlace(silence.after().place()))));
        }
        List<Exhibit.Column> columns =
                List.of(number("silent"), text("from"), text("during"), text("where"), text("before"), text("after"));
        return new Exhibit.Table(
                "silent gaps",
                columns,
                rows,
                answer.silencesInAll(),
                "no session was silent for longer than the setting `gapMillis` says");
    }

    static Exhibit mounts(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.Mount mount : answer.mounts()) {
            String outcome = mount.failed() > 0
                    ? Objects.requireNonNullElse(mount.reason(), "failed")
                    : mount.incomplete() > 0 ? "not reported" : "mounted";
            rows.add(List.of(
                    Cell.count(mount.position()),
                    Cell.code(mount.plugin()),
                    Cell.count(mount.mounts()),
                    Cell.count(mount.failed()),
                    mount.timed() == 0
                            ? Cell.unknown()
                            : Cell.duration(Math.round((double) mount.nanos() / mount.timed())),
                    Cell.duration(mount.timed() == 0 ? Time.UNKNOWN : mount.maxNanos()),
                    Cell.text(outcome),
                    Cell.place(mount.place())));
        }
        List<Exhibit.Column> columns = List.of(
                number("place").noted("where it first stands among the attempts of a session"),
                text("plugin"),
                number("mounts"),
                number("failed"),
                number("mean").noted("from the attempt to its end, where the log has both"),
                number("max"),
                text("outcome"),
                text("where"));
        return Exhibit.Table.of("plugin mounts, in order", columns, rows, "no plugin was mounted in what fits");
    }
}
