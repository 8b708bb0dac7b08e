package dev.backbeat.code.coverage.jacoco;

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

/// Reads JaCoCo's XML. It tells of each line how many instructions and branches were run and missed, not how
/// often: a line with any instruction that was run counts as hit. A file is named by its package and its
/// name.
public final class JacocoReader implements CoverageReader {

    /// No compiler makes a line with more; a report that says so is not worth the memory.
    private static final int MOST_WAYS = 100_000;

    @Override
    public String id() {
        return "jacoco";
    }

    @Override
    public boolean mayRead(String head) {
        return head.contains("<report") && (head.contains("JACOCO") || head.contains("<sessioninfo"));
    }

    @Override
    public CoverageReport read(String name, byte[] content) {
        Reading reading = new Reading();
        SafeXml.walk(name, content, reading);
        return new CoverageReport(id(), false, reading.files());
    }

    /// One pass over a report.
    private static final class Reading implements SafeXml.Visitor {
        private final Map<List<String>, Parts> parts = new LinkedHashMap<>();
        private String module = "";
        private String folder = "";
        private String file = "";
        private String type = "";
        private String method = "";
        private int line;
        private boolean inMethod;
        private long hits;

        private record Parts(List<Line> lines, List<Function> functions, List<Branch> branches) {}

        @Override
        public void begin(SafeXml.Element element) {
            switch (element.name()) {
                case "group" -> module = element.text("name");
                case "package" -> folder = element.text("name");
                case "class" -> {
                    type = element.text("name").substring(element.text("name").lastIndexOf('/') + 1);
                    file = element.text("sourcefilename");
                }
                case "method" -> {
                    inMethod = true;
                    method = type + "." + element.text("name") + element.text("desc");
                    line = element.small("line");
                    hits = 0;
                }
                case "counter" -> {
                    if (inMethod && element.text("type").equals("METHOD")) {
                        hits = element.number("covered");
                    }
                }
                case "sourcefile" -> file = element.text("name");
                case "line" -> line(element);
                default -> {
                    // Sessions say nothing of a file.
                }
            }
        }

        private void line(SafeXml.Element element) {
            int number = element.small("nr");
            Parts of = of();
            of.lines().add(new Line(number, element.number("ci") > 0 ? 1 : 0));
            int taken = element.small("cb");
            int ways = Math.min(taken + element.small("mb"), MOST_WAYS);
            for (int way = 0; way < ways; way++) {
                of.branches().add(new Branch(number, 0, way, way < taken ? 1 : 0));
            }
        }

        @Override
        public void end(String name) {
            if (name.equals("method")) {
                inMethod = false;
                of().functions().add(new Function(method, line, 0, hits));
            }
        }

        private Parts of() {
            // Two modules may have a file of one name in packages of one name.
            return parts.computeIfAbsent(
                    List.of(module, folder.isEmpty() ? file : folder + "/" + file),
                    path -> new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }

        List<FileCoverage> files() {
            return parts.entrySet().stream()
                    .map(entry -> new FileCoverage(
                            entry.getKey().getLast(),
                            "",
                            entry.getValue().lines(),
                            entry.getValue().functions(),
                            entry.getValue().branches()))
                    .toList();
        }
    }
}
