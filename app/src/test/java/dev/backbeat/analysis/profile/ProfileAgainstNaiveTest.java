package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Execution;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.model.Time;
import dev.backbeat.model.Tree;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What SQL over a store answers, beside a naive computation over the records that were written to it:
/// equal where durations are exact, within 1 % where they are numbers of buckets.
class ProfileAgainstNaiveTest {

    private static final RawLines NO_LINES = new RawLines() {
        @Override
        public List<RawLine> around(Origin origin, int before, int after) {
            return List.of();
        }

        @Override
        public Place place(Origin origin) {
            return new Place(origin, "a.log", 0);
        }
    };

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyLineIsThatOfTheRecords(long seed) {
        for (By by : By.values()) {
            assertLines(seed, by, Long.MAX_VALUE);
            assertLines(seed, by, -1);
        }
    }

    private void assertLines(long seed, By by, long mostExactRuns) {
        try (DuckDbStore store =
                DuckDbStore.open(temp.resolve(by + "-" + seed + "-" + mostExactRuns), OpenMode.READ_WRITE)) {
            NaiveProfile naive = new NaiveProfile(RandomStore.write(store, seed));
            Profile profile = ask(store, Scope.everything(), by, mostExactRuns);
            Map<String, List<HandlerRun>> expected = naive.lines(by);
            List<String> keys = new ArrayList<>();
            for (Profile.Line line : profile.lines()) {
                String build = line.build() == null ? profile.builds().getFirst() : line.build();
                String key = line.name() + " " + line.sequence() + " " + build;
                keys.add(key);
                assertThat(expected).as("%s of seed %d", by, seed).containsKey(key);
                assertLine(line.times(), expected.get(key), naive, profile.exact());
            }
            assertThat(keys).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(profile.lines())
                    .extracting(line -> line.times().ownNanos())
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(profile.handlers())
                    .extracting(line -> line.times().savedNanos())
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(profile.lines().stream()
                            .flatMap(line -> line.byStretch().stream())
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(profile.ownNanos());
        }
    }

    private static void assertLine(Profile.Times times, List<HandlerRun> runs, NaiveProfile naive, boolean exact) {
        List<Long> own = NaiveProfile.own(runs);
        assertThat(times.runs()).isEqualTo(runs.size());
        assertThat(times.timedRuns()).isEqualTo(own.size());
        assertThat(times.ownNanos()).isEqualTo(NaiveProfile.sum(runs, HandlerRun::ownNanos));
        assertThat(times.waitedNanos()).isEqualTo(NaiveProfile.sum(runs, HandlerRun::waitedNanos));
        assertThat(times.selfNanos()).isEqualTo(NaiveProfile.sum(runs, HandlerRun::selfNanos));
        assertThat(times.beatNanos()).isEqualTo(naive.beats(runs));
        assertThat(times.minNanos()).isEqualTo(own.isEmpty() ? Time.UNKNOWN : own.getFirst());
        assertThat(times.maxNanos()).isEqualTo(own.isEmpty() ? Time.UNKNOWN : own.getLast());
        assertNear(times.p50Nanos(), NaiveProfile.percentile(own, 50), exact);
        assertNear(times.p90Nanos(), NaiveProfile.percentile(own, 90), exact);
        assertNear(times.p95Nanos(), NaiveProfile.percentile(own, 95), exact);
        assertNear(times.p99Nanos(), NaiveProfile.percentile(own, 99), exact);
        long saved = naive.saved(runs);
        long allowed = exact ? 0 : NaiveProfile.sum(runs, HandlerRun::ownNanos) / 50;
        assertThat(Math.abs(times.savedNanos() - saved)).as("saved").isLessThanOrEqualTo(allowed);
    }

    private static void assertNear(long actual, long expected, boolean exact) {
        if (exact || !Time.isKnown(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(expected / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void theTreeDividesTheTimeOfTheRecords(long seed) {
        try (DuckDbStore store = DuckDbStore.open(temp.resolve("t" + seed), OpenMode.READ_WRITE)) {
            NaiveProfile naive = new NaiveProfile(RandomStore.write(store, seed));
            Profile profile = ask(store, Scope.everything(), By.HANDLER, Long.MAX_VALUE);
            Tree tree = (Tree) new ProfileAnalysis()
                    .present(profile).stream()
                            .filter(Tree.class::isInstance)
                            .findFirst()
                            .orElseThrow();
            Tree.Nodes nodes = tree.nodes();
            Map<String, Long> selves = new HashMap<>();
            Map<String, Long> runs = new HashMap<>();
            long[] below = new long[nodes.size()];
            for (int node = nodes.size() - 1; node >= 0; node--) {
                assertThat(nodes.total().at(node)).isEqualTo(nodes.self().at(node) + below[node]);
                if (nodes.parent().at(node) >= 0) {
                    below[nodes.parent().intAt(node)] += nodes.total().at(node);
                }
                if (nodes.kind().get(node).equals("handler")) {
                    String key = handler(tree, node) + " " + build(tree, node, profile);
                    selves.merge(key, nodes.self().at(node), Long::sum);
                    runs.merge(key, nodes.count().at(node), Long::sum);
                }
            }
            Map<String, List<HandlerRun>> expected = naive.lines(By.HANDLER);
            assertThat(selves).hasSameSizeAs(expected);
            expected.forEach((line, of) -> {
                assertThat(selves).containsEntry(line, NaiveProfile.sum(of, HandlerRun::selfNanos));
                assertThat(runs).containsEntry(line, (long) of.size());
            });
            assertThat(profile.ways().first().stream()
                            .mapToLong(Profile.Way::selfNanos)
                            .sum())
                    .isPositive()
                    .isEqualTo(profile.lines().stream()
                            .mapToLong(line -> line.times().selfNanos())
                            .sum());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void beatsStandInTheirMovementWhereTheyHaveOne(long seed) {
        try (DuckDbStore store = DuckDbStore.open(temp.resolve("m" + seed), OpenMode.READ_WRITE)) {
            RandomStore facts = RandomStore.write(store, seed);
            NaiveProfile naive = new NaiveProfile(facts);
            Profile profile = ask(store, Scope.everything(), By.HANDLER, Long.MAX_VALUE);
            Tree tree = new ProfileAnalysis()
                    .present(profile).stream()
                            .filter(Tree.class::isInstance)
                            .map(Tree.class::cast)
                            .findFirst()
                            .orElseThrow();
            int inMovements = 0;
            int inSequences = 0;
            for (int node = 0; node < tree.nodes().size(); node++) {
                if (!tree.nodes().kind().get(node).equals("beat")) {
                    continue;
                }
                int above = tree.nodes().parent().intAt(node);
                boolean moved = tree.nodes().kind().get(above).equals("movement");
                int sequence = moved ? tree.nodes().parent().intAt(above) : above;
                assertThat(tree.nodes().kind().get(sequence)).isEqualTo("sequence");
                String build = build(tree, node, profile);
                String event = text(tree, node).substring(1);
                Set<String> expected = naive.movements(reference(tree, sequence), event, build);
                assertThat(moved ? Set.of(text(tree, above)) : expected).isEqualTo(expected);
                assertThat(moved).isEqualTo(expected.size() == 1 && !expected.contains("-"));
                if (moved) {
                    assertThat(tree.nodes().count().at(above))
                            .isEqualTo(naive.movementRuns(reference(tree, sequence), text(tree, above), build));
                    inMovements++;
                } else {
                    inSequences++;
                }
            }
            assertThat(inMovements).isPositive();
            assertThat(inSequences).isPositive();
        }
    }

    private static String text(Tree tree, int node) {
        return tree.names().get(tree.nodes().name().intAt(node)).value() instanceof Cell.Value.Code(String text)
                ? text
                : "";
    }

    private static String reference(Tree tree, int node) {
        return tree.names().get(tree.nodes().name().intAt(node)).references().stream()
                .filter(Reference.ToSequence.class::isInstance)
                .map(Reference.ToSequence.class::cast)
                .findFirst()
                .orElseThrow()
                .sequence();
    }

    private static String handler(Tree tree, int node) {
        HandlerKey key = tree.names().get(tree.nodes().name().intAt(node)).references().stream()
                .filter(Reference.ToHandler.class::isInstance)
                .map(Reference.ToHandler.class::cast)
                .findFirst()
                .orElseThrow()
                .handler();
        return key.plugin() + "." + key.handler() + " " + key.sequence();
    }

    private static String build(Tree tree, int node, Profile profile) {
        int top = node;
        while (tree.nodes().parent().at(top) >= 0) {
            top = tree.nodes().parent().intAt(top);
        }
        if (!tree.nodes().kind().get(top).equals("build")) {
            return profile.builds().getFirst();
        }
        Cell.Value name = tree.names().get(tree.nodes().name().intAt(top)).value();
        return name instanceof Cell.Value.Code(String text) ? text : Asked.UNKNOWN_BUILD;
    }

    @Test
    void whatIsNotToldOneByOneIsToldAsASum() {
        HandlerKey handler = new HandlerKey("p", "s", "h");
        List<Profile.Way> ways = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ways.add(new Profile.Way("s", "b", null, 0, "e" + i, null, 1, handler, null, null, i, 10 * i, i));
        }
        Profile.Ways told = Ways.first(ways, 2);
        assertThat(told.first()).extracting(Profile.Way::selfNanos).containsExactly(50L, 40L);
        assertThat(told.others()).isEqualTo(3);
        assertThat(told.otherRuns()).isEqualTo(6);
        assertThat(told.otherNanos()).isEqualTo(60);
        assertThat(Ways.first(ways, 5).others()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everySequenceAndBeatIsThatOfTheRecords(long seed) {
        try (DuckDbStore store = DuckDbStore.open(temp.resolve("s" + seed), OpenMode.READ_WRITE)) {
            NaiveProfile naive = new NaiveProfile(RandomStore.write(store, seed));
            Profile profile = ask(store, Scope.everything(), By.HANDLER, Long.MAX_VALUE);
            Map<String, List<Execution>> sequences = naive.sequences();
            assertThat(profile.sequences()).hasSameSizeAs(sequences.keySet());
            for (Profile.SequenceLine line : profile.sequences()) {
                String build = line.build() == null ? profile.builds().getFirst() : line.build();
                List<Execution> runs = sequences.get(line.sequence() + " " + build);
                assertThat(line.executions()).isEqualTo(runs.size());
                assertThat(line.begun())
                        .isEqualTo(runs.stream()
                                .filter(run -> Time.isKnown(run.startNanos()))
                                .count());
                assertThat(line.time().totalNanos())
                        .isEqualTo(sum(runs, run -> run.time().totalNanos()));
                assertThat(line.time().queueWaitNanos())
                        .isEqualTo(sum(runs, run -> run.time().queueWaitNanos()));
                assertThat(line.time().handlerNanos())
                        .isEqualTo(sum(runs, run -> run.time().handlerNanos()));
                assertThat(line.time().afterEndNanos())
                        .isEqualTo(sum(runs, run -> run.time().afterEndNanos()));
                assertThat(line.maxNanos())
                        .isEqualTo(runs.stream()
                                .mapToLong(run -> run.time().totalNanos())
                                .max()
                                .orElseThrow());
            }
            Map<String, List<Long>> beats = naive.beatRuns();
            assertThat(profile.beats()).hasSameSizeAs(beats.keySet());
            for (Profile.BeatLine line : profile.beats()) {
                String build = line.build() == null ? profile.builds().getFirst() : line.build();
                List<Long> all = beats.get(line.sequence() + " " + line.number() + " " + line.event() + " " + build);
                List<Long> timed = all.stream().filter(Time::isKnown).sorted().toList();
                assertThat(line.runs()).isEqualTo(all.size());
                assertThat(line.totalNanos())
                        .isEqualTo(timed.stream().mapToLong(Long::longValue).sum());
                assertThat(line.p50Nanos()).isEqualTo(NaiveProfile.percentile(timed, 50));
                assertThat(line.p95Nanos()).isEqualTo(NaiveProfile.percentile(timed, 95));
            }
        }
    }

    @Test
    void theScopeHoldsForHandlersBeatsAndSequences() {
        try (DuckDbStore store = DuckDbStore.open(temp.resolve("scope"), OpenMode.READ_WRITE)) {
            RandomStore facts = RandomStore.write(store, 21);
            Scope scope = new Scope(
                    List.of(), Time.UNKNOWN, Time.UNKNOWN, List.of(), List.of("s1-ID"), List.of("P1"), List.of());
            Profile profile = ask(store, scope, By.HANDLER, Long.MAX_VALUE);
            List<HandlerRun> ran = facts.handlers().stream()
                    .filter(run -> run.sequence().equals("S1-id") && "p1".equals(run.plugin()))
                    .toList();
            assertThat(profile.lines().stream()
                            .mapToLong(line -> line.times().runs())
                            .sum())
                    .isEqualTo(ran.size())
                    .isPositive();
            assertThat(profile.beats().stream()
                            .mapToLong(Profile.BeatLine::runs)
                            .sum())
                    .isEqualTo(ran.stream()
                            .map(run -> run.execution() + " " + run.beat())
                            .distinct()
                            .count());
            assertThat(profile.sequences().stream()
                            .mapToLong(Profile.SequenceLine::executions)
                            .sum())
                    .isEqualTo(
                            ran.stream().map(HandlerRun::execution).distinct().count());
        }
    }

    @Test
    void theSlowestRunIsTheFirstOfThoseThatTookLongest() {
        try (DuckDbStore store = DuckDbStore.open(temp.resolve("slowest"), OpenMode.READ_WRITE)) {
            RandomStore facts = RandomStore.write(store, 31);
            for (Profile.Line line :
                    ask(store, Scope.everything(), By.PLUGIN, Long.MAX_VALUE).lines()) {
                HandlerRun slowest = facts.handlers().stream()
                        .filter(run -> run.ownNanos() == line.times().maxNanos())
                        .filter(run -> line.name().equals(run.plugin()))
                        .filter(run -> line.build() == null
                                || line.build().equals(facts.builds().get(run.session())))
                        .min((a, b) ->
                                Long.compare(a.start().offset(), b.start().offset()))
                        .orElseThrow();
                assertThat(line.slowest()).isNotNull();
                assertThat(line.slowest().execution()).isEqualTo(slowest.execution());
                assertThat(line.slowest().place().origin()).isEqualTo(slowest.start());
            }
        }
    }

    private static long sum(List<Execution> runs, ToLongFunction<Execution> figure) {
        return runs.stream().mapToLong(figure).filter(Time::isKnown).sum();
    }

    private static Profile ask(DuckDbStore store, Scope scope, By by, long mostExactRuns) {
        ProfileAnalysis analysis = new ProfileAnalysis(mostExactRuns);
        ProfileSettings settings = analysis.spec().settingsOf(Map.of("by", by.word(), "top", "1000"));
        return analysis.analyze(Evidence.of(store, NO_LINES).within(scope), settings, Resolution.STANDARD);
    }
}
