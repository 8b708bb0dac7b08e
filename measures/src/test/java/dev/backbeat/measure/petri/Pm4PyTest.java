package dev.backbeat.measure.petri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Costs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every variant of every model costs what PM4Py says.
class Pm4PyTest {

    @ParameterizedTest
    @ValueSource(strings = {"running-example", "receipt"})
    void costsWhatPm4PySays(String log) {
        Path data = data();
        boolean there = Files.isDirectory(data);
        if (!there) {
            System.out.println("skipped: PM4Py's results are not in " + data);
        }
        assumeTrue(there, "PM4Py's results are not in " + data);
        int compared = 0;
        for (var model : json(data.resolve("pm4py-results-" + log + ".json"))
                .get("models")
                .properties()) {
            Path file = data.resolve(log + "--" + model.getKey() + ".pnml");
            JsonNode variants = model.getValue().get("alignmentPerVariant");
            if (variants != null && Files.exists(file)) {
                compared += compare(PnmlReader.read(file), variants);
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(log.equals("receipt") ? 348 : 12);
    }

    /// Of the small log the traces stand beside the costs of others, as the costs of the worst alignments
    /// show: so what is compared there is how often which cost comes with which length.
    private static int compare(PetriNet model, JsonNode variants) {
        Aligner aligner = new Aligner(model.net(), Costs.STANDARD);
        assertThat(aligner.isExplored()).isTrue();
        long cheapest = aligner.align(List.of()).orElseThrow().cost();
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        boolean paired = true;
        for (JsonNode variant : variants) {
            List<String> trace = new ArrayList<>();
            variant.get("trace").forEach(label -> trace.add(label.asString()));
            long cost = aligner.align(trace).orElseThrow().cost();
            long worst = cheapest / 10_000 + trace.size();
            long pm4pyWorst = variant.get("bwc").asLong() / 10_000;
            paired &= worst == pm4pyWorst;
            found.add((paired ? trace : "") + " " + cost + " of " + worst);
            expected.add((paired ? trace : "") + " " + variant.get("cost").asLong() + " of " + pm4pyWorst);
        }
        assertThat(paired || variants.size() == 6).isTrue();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        return variants.size();
    }

    private static JsonNode json(Path file) {
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    private static Path data() {
        String given = System.getProperty("backbeat.data", System.getenv("BACKBEAT_DATA"));
        Path root = Path.of(System.getProperty("backbeat.root", "..")).toAbsolutePath();
        Path shared = given == null ? root.resolveSibling("shared").resolve("data") : Path.of(given);
        return shared.resolve("conformance");
    }
}
