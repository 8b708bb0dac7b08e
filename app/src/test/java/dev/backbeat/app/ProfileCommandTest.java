package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.output.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The verbs `profile`, `bottlenecks` and `explain`, and what mistakes in the settings of verbs lead to.
class ProfileCommandTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void analyze() {
        bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        bench.analyze("a.log");
    }

    @Test
    void everyPartOfTheProfileIsThereAndFitsTheScreen() {
        for (int width : List.of(80, 100, 160)) {
            Bench.Result profile = bench.run(Map.of(), new byte[0], new Screen(width, false), "profile");
            assertThat(profile.exitCode()).isZero();
            assertThat(profile.out())
                    .contains(
                            "where time goes",
                            "worth a look",
                            "by what could be saved",
                            "handler runs by handler: time")
                    .contains("own time of a run", "how their time divides", "bottlenecks by beat", "over time")
                    .contains("time by sequence, movement, beat and handler")
                    .contains("silent gaps", "plugin mounts, in order")
                    .contains("could be saved: the sum over all runs of max(0, self time on the critical path");
            assertThat(profile.out().lines())
                    .allSatisfy(line ->
                            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void theJsonLeadsToHandlersExecutionsAndPlaces() {
        JsonNode profile = bench.run("profile", "--output", "json").json();
        assertThat(profile.get("exhibits")).hasSize(11);
        JsonNode ranking = profile.get("exhibits")
                .valueStream()
                .filter(exhibit -> exhibit.get("title").asString().startsWith("bottlenecks by handler"))
                .findFirst()
                .orElseThrow();
        JsonNode first = ranking.get("rows").get(0);
        assertThat(first.get(0).toString()).contains("\"plugin\"", "\"handler\"");
        assertThat(first.get(first.size() - 1).toString()).contains("\"execution\"", "\"place\"");
    }

    @Test
    void runsAreSummedUpByWhatIsAskedFor() {
        assertThat(bench.run("profile", "--by", "sequence").out()).contains("handler runs by sequence: time");
        assertThat(bench.run("profile", "--by", "plugin").out()).contains("handler runs by plugin: own time of a run");
        assertThat(bench.run("profile", "--by", "build").out()).contains("handler runs by build: time");
        Bench.Result wrong = bench.run("profile", "--by", "colour");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("`by` is one of handler, sequence, plugin, build, not `colour`")
                .contains("hint: ");
    }

    @Test
    void bottlenecksAreTheRankingAlone() {
        Bench.Result all = bench.run("bottlenecks");
        assertThat(all.exitCode()).isZero();
        assertThat(all.out())
                .contains("bottlenecks by handler", "bottlenecks by beat")
                .doesNotContain("where time goes", "silent gaps");
        assertThat(bench.run("bottlenecks", "--help").out()).contains("--top").doesNotContain("--by", "--show");
    }

    @Test
    void aHandlerOrAPluginNarrowsTheBeatsToo() {
        Bench.Result none = bench.run("bottlenecks", "--handler", "reserve");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("no handler is called `reserve`", "perhaps: `reserveStock`");
        assertThat(bench.run("profile", "--build", "v77").err()).contains("no build is called `v77`");
        String handler = bench.run(
                        "query", "SELECT min(handler) AS h FROM handler_runs WHERE own_nanos > 0", "--output", "json")
                .json()
                .at("/exhibits/0/rows/0/0/value/text")
                .asString();
        JsonNode beats = bench.run("bottlenecks", "--handler", handler.toUpperCase(Locale.ROOT), "--output", "json")
                .json()
                .at("/exhibits/1");
        String sql =
                "SELECT count(*) AS n FROM (SELECT DISTINCT b.sequence, b.number, b.title, b.event FROM beat_runs b"
                        + " JOIN handler_runs h ON h.execution_id = b.execution_id AND h.beat = b.ordinal WHERE h.handler = '"
                        + handler + "') x";
        String expected = bench.run("query", sql, "--output", "json")
                .json()
                .at("/exhibits/0/rows/0/0/value/count")
                .asString();
        assertThat(beats.get("total").asString()).isEqualTo(expected).isNotEqualTo("0");
    }

    @Test
    void sequencesAreFoundInEitherCase() {
        String sequence = bench.run("query", "SELECT min(sequence_name) AS s FROM executions", "--output", "json")
                .json()
                .at("/exhibits/0/rows/0/0/value/text")
                .asString();
        for (String said : List.of(sequence, sequence.toLowerCase(Locale.ROOT))) {
            assertThat(bench.run("bottlenecks", "--sequence", said).out()).contains("slowest");
            assertThat(bench.run("executions", "--sequence", said).out()).contains(sequence);
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedWithWhatDoes() {
        for (String verb : List.of("profile", "bottlenecks")) {
            Bench.Result top = bench.run(verb, "--top", "0");
            assertThat(top.exitCode()).isEqualTo(2);
            assertThat(top.err()).contains("`top` is from 1 to 10000, not 0", "hint: examples are `--top 25`");
            assertThat(bench.run(verb, "--top", "many").err()).contains("`many` is no value for `top`");
        }
        Bench.Result status = bench.run("executions", "--status", "bogus");
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("there is no status `bogus`", "completed_with_failures", "incomplete");
        assertThat(bench.run("executions", "--status", "completed with failures")
                        .exitCode())
                .isZero();
        Bench.Result limit = bench.run("executions", "--limit", "0");
        assertThat(limit.exitCode()).isEqualTo(2);
        assertThat(limit.err()).contains("`--limit` is at least 1, not 0");
    }

    @Test
    void aBuildThatIsSaidOfAKnownInputIsNotIgnoredInSilence() {
        Bench.Result again = bench.run("analyze", "a.log", "--build", "NEW");
        assertThat(again.err())
                .contains("is known already, so `--build NEW` changes nothing")
                .contains("backbeat relabel 1 --build NEW");
        bench.run("relabel", "1", "--build", "NEW");
        assertThat(bench.run("analyze", "a.log", "--build", "NEW").err()).doesNotContain("changes nothing");
    }

    @Test
    void rulesAreExplained() {
        Bench.Result page = bench.run("explain", "exec001");
        assertThat(page.exitCode()).isZero();
        assertThat(page.out())
                .contains("EXEC001: reported as completed, and yet a handler failed", "What to do.")
                .doesNotContain("**");
        assertThat(bench.run("explain").out()).contains("PERF001", "EXEC002", "CODE001");
        Bench.Result unknown = bench.run("explain", "PERF999");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no rule `PERF999`", "hint: `backbeat explain` lists them");
    }
}
