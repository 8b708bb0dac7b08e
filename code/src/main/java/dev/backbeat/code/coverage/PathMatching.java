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
/// does,
/// over most folders; where two end so equally long, neither is taken.
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
        List<String> candidates = byName.getOrDefault(name(path), List.of());
        int most =
                candidates.stream().mapToInt(file -> common(path, file)).max().orElse(0);
        List<String> best = candidates.stream()
                .filter(file -> common(path, file) == most)
                .sorted(Comparator.naturalOrder())
                .toList();
        // A name alone, where the report says more than that and the file, too, is no match.
        boolean told = most > 1 || !path.contains("/") || best.stream().allMatch(file -> !file.contains("/"));
        return told ? best : List.of();
    }

    /// How many segments two paths share at their end.
    private static int common(String one, String other) {
        String[] ones = one.split("/");
        String[] others = other.split("/");
        int common = 0;
        while (common < Math.min(ones.length, others.length)
                && ones[ones.length - 1 - common].equals(others[others.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
