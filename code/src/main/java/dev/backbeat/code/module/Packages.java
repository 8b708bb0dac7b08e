package dev.backbeat.code.module;

import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Packages by their names: workspaces of the checkout, and installed ones.
final class Packages {

    private static final String FILE = "package.json";
    private static final String INSTALLED = "node_modules/";

    private final Map<String, List<Package>> byName = new HashMap<>();

    private record Package(String folder, LocatedJson description) {
        boolean hasFile(String path) {
            return folder.isEmpty() || path.startsWith(folder + "/");
        }

        boolean installed() {
            return folder.startsWith(INSTALLED) || folder.contains("/" + INSTALLED);
        }
    }

    /// A package and the path within it that a module's name goes on with.
    record Found(String folder, LocatedJson description, String subpath) {}

    Packages(SortedMap<String, LocatedJson> descriptions) {
        descriptions.forEach((path, description) -> {
            if (path.equals(FILE) || path.endsWith("/" + FILE)) {
                description
                        .textAt("name")
                        .ifPresent(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(new Package(Paths.folder(path), description)));
            }
        });
    }

    /// The packages that a module's name may mean: the one that the file lies in, then workspaces, then
    /// installed ones, nearer to the root first.
    List<Found> find(String from, String specifier) {
        String[] parts = specifier.split("/", -1);
        int ofName = specifier.startsWith("@") ? 2 : 1;
        if (parts.length < ofName) {
            return List.of();
        }
        String name = String.join("/", List.of(parts).subList(0, ofName));
        String subpath = String.join("/", List.of(parts).subList(ofName, parts.length));
        return byName.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparing((Package one) -> !one.hasFile(from))
                        .thenComparing(Package::installed)
                        .thenComparing(one -> one.folder.length())
                        .thenComparing(Package::folder))
                .map(one -> new Found(one.folder, one.description, subpath))
                .toList();
    }
}
