package dev.backbeat.inspect;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The inputs of a store.
public final class InputList {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private InputList() {}

    /// Whether nothing was read yet.
    public static boolean isEmpty(Store store) {
        return store.rows("SELECT count(*) AS inputs FROM inputs", row -> row.longAt("inputs"))
                        .getFirst()
                == 0;
    }

    /// All of them, in the order in which they were read.
    public static List<Exhibit> of(Store store) {
        List<List<Cell>> rows = new ArrayList<>();
        for (StoredInput input : store.inputs()) {
            rows.add(List.of(
                    Cell.count(input.number()).to(new Reference.ToInput(input.number())),
                    Cell.code(input.name()),
                    Cell.code(input.format()),
                    Cell.bytes(input.bytes()),
                    Cell.count(input.lines()),
                    Cell.count(input.sessions()),
                    Cell.instant(input.readNanos())));
        }
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.number("input"),
                Exhibit.Column.text("name"),
                Exhibit.Column.text("format"),
                Exhibit.Column.number("size"),
                Exhibit.Column.number("lines"),
                Exhibit.Column.number("sessions"),
                Exhibit.Column.text("read"));
        return List.of(Exhibit.Table.of(
                "inputs", columns, rows, "the store is empty; read logs with `backbeat analyze <logs>`"));
    }

    /// The input that people mean by its number, its name, or an ending of its name that no other one has.
    ///
    /// @throws BackbeatException `NOT_FOUND` when there is none, `USAGE` when there are several
    public static StoredInput find(Store store, String said) {
        List<StoredInput> inputs = store.inputs();
        List<StoredInput> found = inputs.stream()
                .filter(input -> NUMBER.matcher(said).matches() && input.number() == Integer.parseInt(said))
                .toList();
        if (found.isEmpty()) {
            found = inputs.stream().filter(input -> input.name().equals(said)).toList();
        }
        if (found.isEmpty()) {
            found = inputs.stream().filter(input -> input.name().endsWith(said)).toList();
        }
        if (found.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND, "no input is called `%s`".formatted(said), "`backbeat inputs` lists them");
        }
        if (found.size() > 1) {
            List<String> numbers = found.stream()
                    .map(input -> Integer.toString(input.number()))
                    .toList();
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "%d inputs are called `%s`".formatted(found.size(), said),
                    "say one of the numbers " + String.join(", ", numbers));
        }
        return found.getFirst();
    }
}
