package dev.backbeat.code.coverage.cobertura;

import dev.backbeat.code.coverage.CoverageReader;
import dev.backbeat.code.coverage.CoverageReport;
import dev.backbeat.code.coverage.CoverageReport.Branch;
import dev.backbeat.code.coverage.CoverageReport.FileCoverage;
import dev.backbeat.code.coverage.CoverageReport.Function;
import dev.backbeat.code.coverage.CoverageReport.Line;
import dev.backbeat.code.coverage.SafeXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads Cobertura's XML. A line that several classes of a file name is counted once; how many ways of a line
/// were taken stands in `condition-coverage="50% (1/2)"`.
public final class CoberturaReader implements CoverageReader {

    private static final Pattern WAYS = Pattern.compile("\\((\\d{1,9})/(\\d{1,9})\\)");

    @Override
    public String id() {
        return "cobertura";
    }

    @Override
    public boolean mayRead(String head) {
        return head.contains("<coverage") && (head.contains("line-rate") || head.contains("cobertura"));
    }

    @Override
    public CoverageReport read(String name, byte[] content) {
        Reading reading = new Reading();
        SafeXml.walk(name, content, reading);
        return new CoverageReport(id(), true, reading.files());
    }

    /// One pass over a report.
    private static final class Reading implements SafeXml.Visitor {
        private final Map<String, Parts> parts = new LinkedHashMap<>();
        private String file = "";
        private String type = "";
        private String method = "";
        private boolean inMethod;
        private int first;
        private int last;
        private long calls;

        private record Parts(Map<Integer, Long> lines, List<Function> functions, Map<Integer, long[]> ways) {}

        @Override
        public void begin(SafeXml.Element element) {
            switch (element.name()) {
                case "class" -> {
                    file = element.text("filename");
                    type = element.text("name").substring(element.text("name").lastIndexOf('.') + 1);
                }
                case "method" -> {
                    inMethod = true;
                    method = type + "." + element.text("name") + element.text("signature");
                    first = 0;
                    last = 0;
                    calls = 0;
                }
                case "line" -> line(element);
                default -> {
                    // Packages and sums say nothing of a file.
                }
            }
        }

        private void line(SafeXml.Element element) {
            int number = element.small("number");
            long hits = element.number("hits");
            if (inMethod) {
                calls = first == 0 ? hits : calls;
                first = first == 0 ? number : Math.min(first, number);
                last = Math.max(last, number);
            }
            Parts of = of();
            of.lines().merge(number, hits, Math::max);
            Matcher ways = WAYS.matcher(element.text("condition-coverage"));
            if (ways.find()) {
                of.ways().put(number, new long[] {Long.parseLong(ways.group(1)), Long.parseLong(ways.group(2))});
            }
        }

        @Override
        public void end(String name) {
            if (name.equals("method")) {
                inMethod = false;
                of().functions().add(new Function(method, first, last, calls));
            }
        }

        private Parts of() {
            return parts.computeIfAbsent(file, path -> new Parts(new TreeMap<>(), new ArrayList<>(), new TreeMap<>()));
        }

        List<FileCoverage> files() {
            return parts.entrySet().stream()
                    .map(entry -> new FileCoverage(
                            entry.getKey(),
                            "",
                            entry.getValue().lines().entrySet().stream()
                                    .map(line -> new Line(line.getKey(), line.getValue()))
                                    .toList(),
                            entry.getValue().functions(),
                            branches(entry.getValue().ways())))
                    .toList();
        }

        private static List<Branch> branches(Map<Integer, long[]> ways) {
            List<Branch> branches = new ArrayList<>();
            ways.forEach((line, counts) -> {
                for (int way = 0; way < Math.min(counts[1], 10_000); way++) {
                    branches.add(new Branch(line, 0, way, way < counts[0] ? 1 : 0));
                }
            });
            return branches;
        }
    }
}
