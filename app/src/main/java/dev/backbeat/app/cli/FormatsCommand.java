package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.ingest.Format;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `formats`.
@Command(name = "formats", description = "lists the formats of logs that are read")
final class FormatsCommand extends Verb {

    FormatsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Parts known = parts.get();
        show(
                known,
                settings(),
                List.of(table(known.formats().all()), reports(known.formats().reports())));
        return 0;
    }

    private static Exhibit table(List<Format> formats) {
        List<List<Cell>> rows = formats.stream()
                .map(format -> List.of(
                        Cell.code(format.id()),
                        Cell.code(format.vocabulary().id()),
                        Cell.text(format.layout().description())))
                .toList();
        return Exhibit.Table.of(
                "formats, plain or gzipped",
                List.of(
                        Exhibit.Column.text("format"),
                        Exhibit.Column.text("vocabulary"),
                        Exhibit.Column.line("what it is")),
                rows,
                "");
    }

    private static Exhibit reports(List<ReportFormat> formats) {
        List<List<Cell>> rows = formats.stream()
                .map(format -> List.of(Cell.code(format.id()), Cell.text(format.description())))
                .toList();
        return Exhibit.Table.of(
                "reports of other tools, whose claims are compared with the logs",
                List.of(Exhibit.Column.text("format"), Exhibit.Column.line("what it is")),
                rows,
                "");
    }
}
