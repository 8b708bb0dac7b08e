package dev.backbeat.code.coverage.istanbul;

import dev.backbeat.code.coverage.CoverageReader;
import dev.backbeat.code.coverage.CoverageReport;
import dev.backbeat.code.coverage.CoverageReport.Branch;
import dev.backbeat.code.coverage.CoverageReport.FileCoverage;
import dev.backbeat.code.coverage.CoverageReport.Function;
import dev.backbeat.code.coverage.CoverageReport.Line;
import dev.backbeat.code.coverage.SafeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads Istanbul's JSON. A line has the hits of its statement that was run most often, as Istanbul itself
/// counts lines.
public final class IstanbulReader implements CoverageReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String id() {
        return "istanbul";
    }

    @Override
    public boolean mayRead(String head) {
        return head.stripLeading().startsWith("{") && head.contains("\"statementMap\"");
    }

    @Override
    public CoverageReport read(String name, byte[] content) {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw SafeXml.damaged(name, line, "it is not valid JSON, or ends too early")
                    .causedBy(e);
        }
        if (!root.isObject()) {
            throw SafeXml.damaged(name, 1, "it is no object of files");
        }
        List<FileCoverage> files = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : root.properties()) {
            files.add(file(name, file.getKey(), file.getValue()));
        }
        return new CoverageReport(id(), true, files);
    }

    private static FileCoverage file(String name, String key, JsonNode file) {
        // Some writers wrap each file once more.
        JsonNode said = file.has("data") ? file.get("data") : file;
        JsonNode statements = said.path("statementMap");
        if (!statements.isObject() || !said.path("s").isObject()) {
            throw SafeXml.damaged(name, 1, "`%s` has no statements".formatted(key));
        }
        Map<Integer, Long> lines = new TreeMap<>();
        for (Map.Entry<String, JsonNode> statement : statements.properties()) {
            lines.merge(
                    start(statement.getValue()),
                    said.path("s").path(statement.getKey()).asLong(0),
                    Math::max);
        }
        List<Function> functions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : said.path("fnMap").properties()) {
            JsonNode function = entry.getValue();
            JsonNode place = function.has("loc") ? function.get("loc") : function.path("decl");
            int line = function.path("decl").has("start") ? start(function.get("decl")) : start(place);
            functions.add(new Function(
                    function.path("name").asString(""),
                    line == 0 ? function.path("line").asInt(0) : line,
                    place.path("end").path("line").asInt(0),
                    said.path("f").path(entry.getKey()).asLong(0)));
        }
        return new FileCoverage(
                said.path("path").asString(key),
                "",
                lines.entrySet().stream()
                        .map(line -> new Line(line.getKey(), line.getValue()))
                        .toList(),
                functions,
                branches(said));
    }

    private static List<Branch> branches(JsonNode said) {
        List<Branch> branches = new ArrayList<>();
        Map<Integer, Integer> groups = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : said.path("branchMap").properties()) {
            JsonNode branch = entry.getValue();
            JsonNode place = branch.has("loc")
                    ? branch.get("loc")
                    : branch.path("locations").path(0);
            int line = branch.has("line") ? branch.get("line").asInt(0) : start(place);
            int group = groups.merge(line, 1, Integer::sum) - 1;
            JsonNode hits = said.path("b").path(entry.getKey());
            for (int way = 0; way < hits.size(); way++) {
                branches.add(new Branch(line, group, way, hits.get(way).asLong(0)));
            }
        }
        return branches;
    }

    private static int start(JsonNode place) {
        return place.path("start").path("line").asInt(0);
    }
}
