package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was reported as completed, and yet.
class ContradictionsTest {

    @TempDir
    Path folder;

    @Test
    void aFailedBeatOfACompletedExecutionIsAFinding() {
        String beat = "BeatExecutor: Beat 1 (reporting:demand:forecast)";
        List<String> whole = Bench.lines("cycle.log");
        int at = whole.indexOf(whole.stream()
                .filter(line -> line.contains("✅ " + beat + " completed"))
                .findFirst()
                .orElseThrow());
        String time = whole.get(at).substring(0, whole.get(at).indexOf(']') + 1);
        List<String> broken = new ArrayList<>(whole);
        broken.set(at, time + " ERROR ❌ " + beat + " failed: Error: no stock\n");
        broken.removeIf(line -> line.equals(whole.get(at - 2)) && line.contains("PerformanceTracker: Beat 1"));
        Bench bench = new Bench(folder);
        bench.write("whole.log", whole);
        String before = bench.run("analyze", "whole.log", "--store", "one").out();
        assertThat(before).doesNotContain("EXEC003");
        bench.write("broken.log", broken);
        String after = bench.run("analyze", "broken.log", "--store", "two").out();
        assertThat(after.replaceAll("\\s+", " "))
                .contains("error EXEC003 the beat `Forecast Demand` failed in 1 of its")
                .contains("broken.log:" + (at + (broken.size() < whole.size() ? 0 : 1)));
    }

    @Test
    void whatCouldNotBeReadIsNotBuriedUnderZeroes() {
        Bench.Result nothing = new Bench(folder).run("analyze", "missing.log");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("missing.log");
    }

    @Test
    void aCommitThatNoCheckoutHasIsTold() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("misrouted.log"));
        Bench.Result analyzed = bench.run(
                "analyze",
                "a.log",
                "--build",
                "v9@0123456789abcdef",
                "--code",
                Bench.root().resolve("samples/storefront/plugins").toString());
        assertThat(analyzed.err()).contains("`0123456789abcdef` of build `v9` was mapped against the work tree");
    }
}
