package dev.backbeat.code.coverage.lcov;

import dev.backbeat.code.coverage.CoverageReader;
import dev.backbeat.code.coverage.CoverageReport;
import dev.backbeat.code.coverage.CoverageReport.Branch;
import dev.backbeat.code.coverage.CoverageReport.FileCoverage;
import dev.backbeat.code.coverage.CoverageReport.Function;
import dev.backbeat.code.coverage.CoverageReport.Line;
import dev.backbeat.code.coverage.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads LCOV, of version 1 and 2.
public final class LcovReader implements CoverageReader {

    private static final String END = "end_of_record";

    @Override
    public String id() {
        return "lcov";
    }

    @Override
    public boolean mayRead(String head) {
        return head.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(1)
                .anyMatch(line -> line.startsWith("TN:") || line.startsWith("SF:"));
    }

    @Override
    public CoverageReport read(String name, byte[] content) {
        Reading reading = new Reading(name);
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            reading.line(line.strip());
        }
        return reading.report();
    }

    /// One pass over a file.
    private static final class Reading {
        private final String name;
        private final List<FileCoverage> files = new ArrayList<>();
        private String test = "";
        private @Nullable String path;
        private int number;
        private List<Line> lines = new ArrayList<>();
        private List<Branch> branches = new ArrayList<>();
        private Map<String, int[]> starts = new LinkedHashMap<>();
        private Map<String, Long> calls = new HashMap<>();
        private Map<String, int[]> numbered = new HashMap<>();
        private Map<String, Integer> groups = new HashMap<>();

        Reading(String name) {
            this.name = name;
        }

        void line(String line) {
            number++;
            int colon = line.indexOf(':');
            if (line.equals(END)) {
                endFile();
            } else if (colon > 0) {
                String[] parts = line.substring(colon + 1).split(",", -1);
                switch (line.substring(0, colon)) {
                    case "TN" -> test = line.substring(colon + 1).strip();
                    case "SF" -> beginFile(line.substring(colon + 1).strip());
                    case "DA" -> lines.add(new Line((int) whole(parts, 0), whole(parts, 1)));
                    case "FN" -> function(parts);
                    case "FNDA" -> calls.merge(rest(parts, 1), whole(parts, 0), Long::sum);
                    case "FNL" -> numbered.put(parts[0], new int[] {(int) whole(parts, 1), end(parts, 2)});
                    case "FNA" -> alias(parts);
                    case "BRDA" -> branch(parts);
                    default -> {
                        // Sums follow from what is above them, checksums and versions say nothing of coverage.
                    }
                }
            }
        }

        private void beginFile(String of) {
            if (path != null) {
                throw SafeXml.damaged(name, number, "a file begins before the one above has ended");
            }
            path = of;
        }

        private void function(String[] parts) {
            // Version 2 says where a function ends.
            boolean ends = parts.length > 2 && parts[1].chars().allMatch(Character::isDigit);
            starts.put(rest(parts, ends ? 2 : 1), new int[] {(int) whole(parts, 0), ends ? end(parts, 1) : 0});
        }

        private void alias(String[] parts) {
            int[] place = numbered.get(parts[0]);
            if (place != null) {
                starts.put(rest(parts, 2), place);
                calls.merge(rest(parts, 2), whole(parts, 1), Long::sum);
            }
        }

        private void branch(String[] parts) {
            int line = (int) whole(parts, 0);
            String block = parts.length > 1 ? parts[1] : "";
            String way = parts.length > 2 ? parts[2] : "";
            int group = groups.computeIfAbsent(line + "," + block, key -> (int) groups.keySet().stream()
                    .filter(known -> known.startsWith(line + ","))
                    .count());
            String taken = parts[parts.length - 1];
            int index = way.chars().allMatch(Character::isDigit) && !way.isEmpty() && way.length() < 9
                    ? Integer.parseInt(way)
                    : (int) branches.stream()
                            .filter(known -> known.line() == line && known.group() == group)
                            .count();
            branches.add(new Branch(line, group, index, taken.equals("-") ? 0 : whole(parts, parts.length - 1)));
        }

        private void endFile() {
            String of = path;
            if (of == null) {
                throw SafeXml.damaged(name, number, "a file ends that has not begun");
            }
            List<Function> functions = starts.entrySet().stream()
                    .map(entry -> new Function(
                            entry.getKey(),
                            entry.getValue()[0],
                            entry.getValue()[1],
                            calls.getOrDefault(entry.getKey(), 0L)))
                    .toList();
            files.add(new FileCoverage(of, test, lines, functions, branches));
            path = null;
            lines = new ArrayList<>();
            branches = new ArrayList<>();
            starts = new LinkedHashMap<>();
            calls = new HashMap<>();
            numbered = new HashMap<>();
            groups = new HashMap<>();
        }

        CoverageReport report() {
            if (path != null) {
                throw SafeXml.damaged(name, number, "it ends before `%s` does".formatted(path));
            }
            return new CoverageReport("lcov", true, files);
        }

        private static String rest(String[] parts, int from) {
            return from >= parts.length ? "" : String.join(",", List.of(parts).subList(from, parts.length));
        }

        private int end(String[] parts, int index) {
            return index < parts.length && !parts[index].isBlank() ? (int) whole(parts, index) : 0;
        }

        private long whole(String[] parts, int index) {
            try {
                if (index < parts.length) {
                    // Some tools write counts that overflowed as negative, or as a fraction.
                    return Math.max(0, (long) Double.parseDouble(parts[index].strip()));
                }
            } catch (NumberFormatException e) {
                throw SafeXml.damaged(name, number, "`%s` is no number".formatted(parts[index]))
                        .causedBy(e);
            }
            throw SafeXml.damaged(name, number, "a number is missing");
        }
    }
}
