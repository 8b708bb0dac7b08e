package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `conformance --model`, from the log to the answer.
class ModelCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"running-example, running-example.xes, 12", "receipt, 08_receipt.xes.gz, 348"})
    void everyVariantCostsWhatPm4PySays(String log, String file, int variants) {
        Path data = data();
        boolean there = Files.isDirectory(data);
        if (!there) {
            System.out.println("skipped: PM4Py's results are not in " + data);
        }
        assumeTrue(there, "PM4Py's results are not in " + data);
        Bench bench = new Bench(folder);
        assertThat(bench.run("analyze", data.resolve(file).toString()).exitCode())
                .isZero();
        JsonNode results = JsonMapper.builder()
                .build()
                .readTree(data.resolve("pm4py-results-" + log + ".json").toFile());
        int compared = 0;
        for (Map.Entry<String, JsonNode> model : results.get("models").properties()) {
            Path net = data.resolve(log + "--" + model.getKey() + ".pnml");
            if (Files.exists(net) && model.getValue().has("alignmentPerVariant")) {
                compared += compare(bench, net, model.getValue());
            }
        }
        assertThat(compared).isEqualTo(variants);
    }

    /// Of the small log the traces stand beside the costs of others, as the costs of the worst alignments show: so
    /// there how often which cost comes is compared, and by variant where they are paired.
    private static int compare(Bench bench, Path net, JsonNode published) {
        JsonNode answer = bench.run("conformance", "--model", net.toString(), "--top", "10000", "--output", "json")
                .json();
        JsonNode variants = published.get("alignmentPerVariant");
        boolean paired = variants.size() > 6;
        List<String> expected = new ArrayList<>();
        for (JsonNode variant : variants) {
            List<String> trace = new ArrayList<>();
            variant.get("trace").forEach(label -> trace.add(label.asString()));
            expected.add((paired ? String.join(" → ", trace) + " " : "")
                    + variant.get("cost").asLong());
        }
        List<String> found = new ArrayList<>();
        for (JsonNode row : table(answer, "variants").get("rows")) {
            String trace = paired ? cell(row, 7) + " " : "";
            found.add(trace + cell(row, 2));
        }
        assertThat(found).as(net.toString()).containsExactlyInAnyOrderElementsOf(expected);
        return found.size();
    }

    @Test
    void whatDeviatesIsNamedWithItsLines() {
        Bench bench = new Bench(folder);
        bench.write("log.xes", xes("abc", "abc", "ac", "acb").getBytes(StandardCharsets.UTF_8));
        bench.write("net.pnml", net("a", "b", "c").getBytes(StandardCharsets.UTF_8));
        assertThat(bench.run("analyze", "log.xes").exitCode()).isZero();
        Bench.Result told = bench.run("conformance", "--model", "net.pnml");
        assertThat(told.err()).isEmpty();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("executions compared           4", "without a deviation           2", "3 of 3")
                .contains("beat `b` of `shop` is in the model and did not run in 1 of 4 executions")
                .contains("runs at another place than in the model in 1 of 4 executions")
                .contains("net.pnml:")
                .contains("log.xes:");
        JsonNode answer = bench.run("conformance", "--model", "net.pnml", "--output", "json")
                .json();
        JsonNode graph = exhibit(answer, "graph", "the net");
        List<String> nodes = new ArrayList<>();
        graph.get("nodes")
                .forEach(node -> nodes.add(
                        text(node.get("name")) + " " + node.get("count").asLong()));
        assertThat(nodes).contains("a 4", "b 4", "c 4", "● p0 4", "◎ p3 4");
        assertThat(bench.run("conformance", "--model", "net.pnml", "--fail-on", "error")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void labelsMayNameTheLifecycleToo() {
        Bench bench = new Bench(folder);
        bench.write("log.xes", xes("ab").getBytes(StandardCharsets.UTF_8));
        bench.write("net.pnml", net("a+start", "a+complete", "b+complete", "z").getBytes(StandardCharsets.UTF_8));
        bench.run("analyze", "log.xes");
        Bench.Result told = bench.run("conformance", "--model", "net.pnml");
        assertThat(told.out()).contains("3 of 4, not `z`", "beat `z` of `shop` is in the model and did not run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "folder", "broken", "entity", "notSound", "noEnd", "unmatched", "invisible"})
    void badModelsSayWhatToDo(String what) {
        Bench bench = new Bench(folder);
        bench.write("log.xes", xes("abc").getBytes(StandardCharsets.UTF_8));
        bench.run("analyze", "log.xes");
        String file = switch (what) {
            case "broken" -> "<pnml";
            case "entity" -> "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/hosts\">]><pnml>&e;</pnml>";
            case "notSound" ->
                net("a", "b")
                        .replace(
                                "<arc id=\"i1\" source=\"p1\" target=\"t1\"/>",
                                "<arc id=\"i1\""
                                        + " source=\"p1\" target=\"t1\"/><arc id=\"x\" source=\"p2\" target=\"t1\"/>");
            case "noEnd" ->
                net("a").replace("<finalmarkings>", "<!--")
                        .replace("</finalmarkings>", "-->")
                        .replace("</page>", "<place id=\"loose\"/></page>");
            case "unmatched" -> net("x", "y");
            case "invisible" -> net("");
            default -> "";
        };
        if (!what.equals("missing")) {
            bench.write("net.pnml", file.getBytes(StandardCharsets.UTF_8));
        }
        Bench.Result told = bench.run("conformance", "--model", what.equals("folder") ? "." : "net.pnml");
        assertThat(told.exitCode()).as(told.err()).isEqualTo(2);
        assertThat(told.err()).startsWith("error: ").contains("hint: ").doesNotContain("localhost", "Exception");
    }

    private static JsonNode table(JsonNode answer, String title) {
        return exhibit(answer, "table", title);
    }

    private static JsonNode exhibit(JsonNode answer, String kind, String title) {
        for (JsonNode exhibit : answer.get("exhibits")) {
            if (exhibit.get("kind").asString().equals(kind)
                    && exhibit.get("title").asString().startsWith(title)) {
                return exhibit;
            }
        }
        throw new AssertionError("no " + title + " in " + answer);
    }

    private static String cell(JsonNode row, int column) {
        return text(row.get(column));
    }

    private static String text(JsonNode cell) {
        JsonNode value = cell.get("value");
        return value.get(value.has("count") ? "count" : "text").asString();
    }

    /// A log with a trace for each word, an event for each letter.
    static String xes(String... traces) {
        StringBuilder text =
                new StringBuilder("<log xes.version=\"1.0\">\n<string key=\"concept:name\" value=\"shop\"/>\n");
        for (int trace = 0; trace < traces.length; trace++) {
            text.append("<trace><string key=\"concept:name\" value=\"")
                    .append(trace)
                    .append("\"/>\n");
            for (int event = 0; event < traces[trace].length(); event++) {
                text.append("<event><string key=\"concept:name\" value=\"")
                        .append(traces[trace].charAt(event))
                        .append("\"/><date key=\"time:timestamp\" value=\"2026-01-0%dT10:00:%02dZ\"/></event>%n"
                                .formatted(1 + trace % 9, event % 60));
            }
            text.append("</trace>\n");
        }
        return text.append("</log>\n").toString();
    }

    /// Transitions after each other; one without a name is invisible.
    private static String net(String... labels) {
        StringBuilder text = new StringBuilder("<pnml>\n<net id=\"n\" type=\"pt\">\n<page id=\"g\">\n");
        for (int i = 0; i <= labels.length; i++) {
            String marking = i == 0 ? "<initialMarking><text>1</text></initialMarking>" : "";
            text.append("<place id=\"p%d\">%s</place>%n".formatted(i, marking));
        }
        for (int i = 0; i < labels.length; i++) {
            text.append("<transition id=\"t%d\"><name><text>%s</text></name></transition>%n".formatted(i, labels[i]));
            text.append("<arc id=\"i%d\" source=\"p%d\" target=\"t%d\"/>%n".formatted(i, i, i));
            text.append("<arc id=\"o%d\" source=\"t%d\" target=\"p%d\"/>%n".formatted(i, i, i + 1));
        }
        return text.append("</page>\n<finalmarkings><marking><place idref=\"p%d\"><text>1</text></place></marking>"
                        .formatted(labels.length))
                .append("</finalmarkings>\n</net>\n</pnml>\n")
                .toString();
    }

    private static Path data() {
        String given = System.getProperty("backbeat.data", System.getenv("BACKBEAT_DATA"));
        Path shared = given == null ? Bench.root().resolveSibling("shared").resolve("data") : Path.of(given);
        return shared.resolve("conformance");
    }
}
