package dev.backbeat.app;

import dev.backbeat.store.Store;
import dev.backbeat.store.View;
import dev.backbeat.store.ViewColumn;
import dev.backbeat.store.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that a store holds, as text that does not depend on when or from which file it was read.
final class StoreDump {

    private static final Set<String> ACCIDENTAL = Set.of("input", "read_nanos", "journal", "name");

    /// Numbers that a store gives as it writes, and sums of them; what they stand for is there as well.
    private static final Set<String> NUMBERS =
            Set.of("handler_kind", "beat_sums", "beat_squares", "beat_cubes", "handler_sums", "handler_squares");

    private StoreDump() {}

    /// The store in a folder, without what differs between two readings of the same content.
    static String of(Path folder) {
        return of(folder, ACCIDENTAL);
    }

    /// The store in a folder, whole.
    static String whole(Path folder) {
        return of(folder, Set.of());
    }

    private static String of(Path folder, Set<String> without) {
        try (Store store = Catalog.parts().storeEngine().open(folder, false)) {
            return Views.all().stream()
                    .flatMap(view -> rows(store, view, without))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Stream<String> rows(Store store, View view, Set<String> without) {
        boolean inputs = view.name().equals("inputs");
        List<String> columns = view.columns().stream()
                .map(ViewColumn::name)
                .filter(name -> !NUMBERS.contains(name))
                .filter(name -> !without.contains(name) || (name.equals("name") && !inputs))
                .toList();
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + view.name();
        List<String> rows = store.rows(
                sql,
                row -> view.name() + " "
                        + columns.stream()
                                .map(name -> name + "=" + row.textAt(name).orElse("-"))
                                .collect(Collectors.joining(" ")));
        return rows.stream().sorted();
    }
}
