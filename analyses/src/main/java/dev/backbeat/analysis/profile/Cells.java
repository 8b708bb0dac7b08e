package dev.backbeat.analysis.profile;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns and cells that several tables of the profile have.
final class Cells {

    /// Why a table is empty, and what to do.
    static final String EMPTY =
            "nothing that fits has a duration; see `backbeat executions`, or read logs with `backbeat analyze <logs>`";

    private Cells() {}

    /// The name of what a line is of, as a cell that leads to it.
    static Cell name(Profile.Line line) {
        return name(line.name(), line.formerly(), line.handler(), line.sequence());
    }

    static Cell name(String words, @Nullable String formerly, @Nullable HandlerKey handler, String sequence) {
        Cell name = Cell.code(formerly == null ? words : "%s (was %s)".formatted(words, formerly));
        if (handler != null) {
            // What ran under another name is found under that name.
            String logged = formerly == null ? handler.handler() : formerly;
            return name.to(new Reference.ToHandler(new HandlerKey(handler.plugin(), handler.sequence(), logged)));
        }
        return sequence.isEmpty() ? name : name.to(new Reference.ToSequence(sequence));
    }

    /// How often a handler ran; leads to the executions in which it did.
    static Cell runs(Profile.Line line) {
        Cell runs = Cell.count(line.times().runs());
        for (Reference reference : name(line).references()) {
            if (reference instanceof Reference.ToHandler(var handler)) {
                return runs.to(new Reference.ToExecutions(
                        ExecutionSet.ofHandler(handler).inBuild(known(line.build()))));
            }
        }
        return line.sequence().isEmpty() ? runs : executions(runs, line.sequence(), line.build());
    }

    /// Leads to the executions of a sequence.
    static Cell executions(Cell number, String sequence, @Nullable String build) {
        return number.to(
                new Reference.ToExecutions(ExecutionSet.ofSequence(sequence).inBuild(known(build))));
    }

    private static @Nullable String known(@Nullable String build) {
        return Asked.UNKNOWN_BUILD.equals(build) ? null : build;
    }

    /// How long the slowest run took; leads to its execution.
    static Cell max(long nanos, Profile.@Nullable Slowest slowest) {
        Cell cell = Cell.duration(nanos);
        return slowest == null ? cell : cell.to(new Reference.ToExecution(slowest.execution()));
    }

    /// The line of code of a handler; leads to it.
    static Cell code(@Nullable CodePlace place) {
        return place == null ? Cell.unknown() : Cell.code(place);
    }

    /// Where the slowest run stands; leads to it, and to its execution.
    static Cell slowest(Profile.@Nullable Slowest slowest) {
        return slowest == null
                ? Cell.unknown()
                : new Cell(
                        Cell.place(slowest.place()).value(),
                        List.of(
                                new Reference.ToPlace(slowest.place()),
                                new Reference.ToExecution(slowest.execution())));
    }

    static Cell build(@Nullable String build) {
        return build == null || build.equals(Asked.UNKNOWN_BUILD) ? Cell.unknown() : Cell.code(build);
    }

    /// The columns, with one for the build where more than one is in scope.
    static List<Exhibit.Column> columns(Profile answer, List<Exhibit.Column> first, Exhibit.Column... more) {
        List<Exhibit.Column> columns = new ArrayList<>(first);
        if (answer.manyBuilds()) {
            columns.add(Exhibit.Column.text("build"));
        }
        columns.addAll(List.of(more));
        return columns;
    }

    /// The cells, with one for the build where more than one is in scope.
    static List<Cell> cells(Profile answer, @Nullable String build, List<Cell> first, Cell... more) {
        List<Cell> cells = new ArrayList<>(first);
        if (answer.manyBuilds()) {
            cells.add(build(build));
        }
        cells.addAll(List.of(more));
        return cells;
    }
}
