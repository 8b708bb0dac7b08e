package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.View;
import dev.backbeat.store.ViewColumn;
import dev.backbeat.store.Views;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `views`.
@Command(name = "views", description = "documents the views that `backbeat query` asks, and their columns")
final class ViewsCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "<view>", description = "only this view")
    @Nullable
    String name;

    ViewsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        List<Exhibit> tables = Views.all().stream()
                .filter(view -> name == null || view.name().equals(name))
                .map(ViewsCommand::table)
                .toList();
        if (tables.isEmpty()) {
            Trouble.tell(shell.err(), "error", "there is no view `%s`".formatted(name), "`backbeat views` lists them");
            return 2;
        }
        show(parts.get(), settings(), tables);
        return 0;
    }

    private static Exhibit table(View view) {
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("column"),
                Exhibit.Column.text("type"),
                Exhibit.Column.text("unit"),
                Exhibit.Column.line("meaning"));
        return Exhibit.Table.of(
                view.name() + ": " + view.description(),
                columns,
                view.columns().stream().map(ViewsCommand::row).toList(),
                "");
    }

    private static List<Cell> row(ViewColumn column) {
        return List.of(
                Cell.code(column.name()),
                Cell.text(column.type()),
                Cell.text(column.unit()),
                Cell.text(column.description()));
    }
}
