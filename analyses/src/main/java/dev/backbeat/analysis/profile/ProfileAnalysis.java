package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The analysis `profile`.
public final class ProfileAnalysis implements Analysis<ProfileSettings, Profile> {

    /// What it is.
    public static final AnalysisSpec<ProfileSettings> SPEC = new AnalysisSpec<>(
            "profile",
            "where does production time go?",
            "Sums up own time, waiting and what could be saved by handler, sequence, plugin or build, divides the time"
                    + " of sequences into handlers and overhead, and shows silences, mounts and time as a heatmap.",
            ProfileSettings.class);

    /// Up to how many runs percentiles are exact.
    private static final long MOST_EXACT_RUNS = 100_000;

    private static final Surroundings.Silences NO_SILENCES = new Surroundings.Silences(List.of(), 0);

    private final long mostExactRuns;

    /// With exact percentiles where the runs are few.
    public ProfileAnalysis() {
        this(MOST_EXACT_RUNS);
    }

    /// @param mostExactRuns up to how many runs percentiles are exact
    ProfileAnalysis(long mostExactRuns) {
        this.mostExactRuns = mostExactRuns;
    }

    @Override
    public AnalysisSpec<ProfileSettings> spec() {
        return SPEC;
    }

    @Override
    public Profile analyze(Evidence evidence, ProfileSettings settings, Resolution detail) {
        Asked asked = new Asked(evidence, mostExactRuns);
        boolean all = !settings.bottlenecksAlone();
        KnownCode code = KnownCode.read(asked);
        HandlerTallies handlers = HandlerTallies.read(asked, code, detail.buckets());
        BeatTallies beats = BeatTallies.read(asked);
        SequenceLines sequences = SequenceLines.read(asked);
        List<String> builds = Stream.concat(
                        sequences.builds().stream(),
                        handlers.tallies().keySet().stream().map(HandlerTallies.Ran::build))
                .distinct()
                .sorted()
                .toList();
        boolean many = builds.size() > 1;
        HandlerLines lines = new HandlerLines(asked, code, handlers, beats.byEvent(), many);
        List<Profile.Line> everyHandler = lines.all(By.HANDLER);
        List<Profile.SequenceLine> divided =
                all ? sequences.lines(asked, lines.bySequence(), bySequence(beats), many) : List.of();
        Surroundings.Silences silences = all ? Surroundings.silences(asked, false, 0, settings.top()) : NO_SILENCES;
        List<Profile.Line> ranked = lines.first(By.HANDLER, settings.top(), tally -> tally.savedNanos);
        return new Profile(
                settings,
                handlers.exact(),
                builds,
                lines.fromNanos(),
                handlers.stretchNanos(),
                ranked,
                everyHandler.size(),
                all ? lines.first(settings.grouping(), settings.top(), tally -> tally.ownNanos) : List.of(),
                settings.grouping() == By.HANDLER
                        ? everyHandler.size()
                        : lines.all(settings.grouping()).size(),
                lines.ownNanos(),
                divided,
                handlers.ways().read(beats, all ? Movements.read(asked) : Movements.NONE, code),
                beats.lines(asked, settings.top(), many),
                beats.tallies().size(),
                beats.tallies().values().stream()
                        .mapToLong(BeatTallies.Beats::nanos)
                        .sum(),
                silences.longest(),
                silences.inAll(),
                all ? Surroundings.mounts(asked) : List.of(),
                all ? findings(asked, lines, divided) : List.of(),
                List.of(
                        new Profile.Checked(PerfRules.SLOW_RUNS, everyHandler.size()),
                        new Profile.Checked(PerfRules.WAITING, everyHandler.size()),
                        new Profile.Checked(PerfRules.OVERHEAD, divided.size()),
                        new Profile.Checked(PerfRules.SILENCE, silences.inAll())));
    }

    private static List<Finding> findings(Asked asked, HandlerLines lines, List<Profile.SequenceLine> sequences) {
        Surroundings.Silences inside =
                Surroundings.silences(asked, true, PerfRules.LONG_SILENCE_NANOS, PerfRules.SILENCES_TOLD);
        long own = lines.ownNanos();
        List<Profile.Line> handlers = lines.all(By.HANDLER).stream()
                .filter(line -> PerfRules.hasSlowRuns(line.times(), own) || PerfRules.waits(line.times(), own))
                .map(line -> lines.withSlowest(line, By.HANDLER))
                .toList();
        return PerfRules.findings(handlers, own, sequences, inside);
    }

    private static Map<List<String>, Long> bySequence(BeatTallies beats) {
        Map<List<String>, Long> sums = new HashMap<>();
        beats.tallies()
                .forEach((ran, tally) -> sums.merge(List.of(ran.sequence(), ran.build()), tally.nanos(), Long::sum));
        return sums;
    }

    @Override
    public List<Exhibit> present(Profile answer) {
        List<Exhibit> exhibits = new ArrayList<>();
        if (answer.settings().bottlenecksAlone()) {
            exhibits.add(HandlerTables.ranking(answer));
            exhibits.add(SequenceTables.beats(answer));
            return exhibits;
        }
        exhibits.add(SequenceTables.summary(answer));
        exhibits.add(SurroundingTables.findings(answer));
        exhibits.add(HandlerTables.ranking(answer));
        exhibits.add(HandlerTables.times(answer));
        exhibits.add(HandlerTables.durations(answer));
        exhibits.add(SequenceTables.sequences(answer));
        exhibits.add(SequenceTables.beats(answer));
        exhibits.add(HandlerTables.heatmap(answer));
        exhibits.add(TimeTree.of(answer));
        exhibits.add(SurroundingTables.silences(answer));
        exhibits.add(SurroundingTables.mounts(answer));
        return exhibits;
    }
}
