package dev.backbeat.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The walls: which folder may look at which, as in the table of folders in the design.
final class Layers {
    private static final Set<String> ANSWERING = Set.of(
            "dev.backbeat.model",
            "dev.backbeat.store",
            "dev.backbeat.code",
            "dev.backbeat.mapping",
            "dev.backbeat.measure");

    /// A folder may depend on itself, on what is named here, and on nothing else of ours.
    static final List<Layer> TABLE = List.of(
            new Layer("dev.backbeat.model", Set.of()),
            new Layer("dev.backbeat.ingest", Set.of("dev.backbeat.model")),
            new Layer("dev.backbeat.store", Set.of("dev.backbeat.model")),
            new Layer("dev.backbeat.store.duckdb", Set.of("dev.backbeat.model", "dev.backbeat.store")),
            new Layer("dev.backbeat.store.lake", Set.of("dev.backbeat.model", "dev.backbeat.store")),
            new Layer("dev.backbeat.code", Set.of("dev.backbeat.model")),
            new Layer("dev.backbeat.code.treesitter", Set.of("dev.backbeat.model", "dev.backbeat.code")),
            new Layer(
                    "dev.backbeat.mapping",
                    Set.of("dev.backbeat.model", "dev.backbeat.ingest", "dev.backbeat.store", "dev.backbeat.code")),
            new Layer(
                    "dev.backbeat.measure",
                    Set.of("dev.backbeat.model", "dev.backbeat.store", "dev.backbeat.code", "dev.backbeat.mapping")),
            new Layer("dev.backbeat.analysis", ANSWERING),
            new Layer("dev.backbeat.inspect", ANSWERING),
            new Layer("dev.backbeat.output", Set.of("dev.backbeat.model")),
            new Layer("dev.backbeat.alert", Set.of("dev.backbeat.model", "dev.backbeat.store")),
            new Layer("dev.backbeat.runner", Set.of("dev.backbeat.model")),
            new Layer("dev.backbeat.app", Set.of("dev.backbeat")));

    private Layers() {}

    /// A folder's package and the layers it may depend on.
    record Layer(String packageName, Set<String> allowed) {
        boolean allows(Layer other) {
            return equals(other) || allowed.contains(other.packageName) || allowed.contains("dev.backbeat");
        }
    }

    /// The layer of a package: the longest that it is in.
    static Optional<Layer> of(String packageName) {
        return TABLE.stream()
                .filter(layer -> Production.isIn(packageName, layer.packageName))
                .max(Comparator.comparingInt(layer -> layer.packageName.length()));
    }
}
