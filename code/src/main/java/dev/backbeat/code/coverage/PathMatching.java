package dev.backbeat.code.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the files of a checkout that a report names: reports are written on other machines, under other
/// roots, and some name a package instead of a folder. A file is the one whose path ends as the report's
/// does, over most folders; where two end so equally long, neither is taken.
public final class PathMatching {

    private final Map<String, List<String>> byName = new HashMap<>();

    /// @param files the paths of a checkout, with `/`
    public PathMatching(Collection<String> files) {
        for (String file : files) {
            byName.computeIfAbsent(name(file), key -> new ArrayList<>()).add(file);
        }
    }

    /// What became of the paths of a report.
    ///
    /// @param files the checkout's path of each path that was found
    /// @param ambiguous the paths that several files end like, with these
    /// @param missing the paths that no file ends like
    public record Matched(Map<String, String> files, Map<String, List<String>> ambiguous, List<String> missing) {

        /// Copies.
        public Matched {
            files = Map.copyOf(files);
            ambiguous = Map.copyOf(ambiguous);
            missing = List.copyOf(missing);
        }
    }

    /// Finds the files of a report.
    public Matched match(CoverageReport report) {
        Map<String, String> files = new TreeMap<>();
        Map<String, List<String>> ambiguous = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        report.files().stream()
                .map(CoverageReport.FileCoverage::path)
                .distinct()
                .sorted()
                .forEach(path -> {
                    List<String> best = best(path.replace('\\', '/'));
                    if (best.size() == 1) {
                        files.put(path, best.getFirst());
                    } else if (best.isEmpty()) {
                        missing.add(path);
                    } else {
                        ambiguous.put(path, best);
                    }
                });
        return new Matched(files, ambiguous, missing);
    }

    private List<String> best(String path) {
        List<String> candidates = byName.getOrDefault(name(path), List.of()).stream()
                .filter(file -> endsLike(path, file))
                .sorted(Comparator.naturalOrder())
                .toList();
        int longest = candidates.stream()
                .mapToInt(file -> Math.min(file.length(), path.length()))
                .max()
                .orElse(0);
        return candidates.stream()
                .filter(file -> Math.min(file.length(), path.length()) == longest)
                .toList();
    }

    /// Whether one path is the other with folders before it. Less than that is a guess: a folder that is gone
    /// has files of the same names as its neighbours.
    private static boolean endsLike(String one, String other) {
        return one.equals(other) || one.endsWith("/" + other) || other.endsWith("/" + one);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
