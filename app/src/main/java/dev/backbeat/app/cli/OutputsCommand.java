package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `outputs`.
@Command(name = "outputs", description = "lists what `--output` takes")
final class OutputsCommand extends Verb {

    OutputsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Parts known = parts.get();
        List<List<Cell>> rows = known.outputs().stream()
                .map(output -> List.of(
                        Cell.code(output.id()),
                        Cell.text(output.description()),
                        Cell.text(output.fileEnding()
                                .map(ending -> "backbeat-<answer>." + ending)
                                .orElse("standard output"))))
                .toList();
        List<Exhibit.Column> columns =
                List.of(Exhibit.Column.text("output"), Exhibit.Column.text("what"), Exhibit.Column.text("goes to"));
        show(known, settings(), List.of(Exhibit.Table.of("outputs", columns, rows, "there are none")));
        return 0;
    }
}
