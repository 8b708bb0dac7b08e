package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The analysis `profile`.
public final class ProfileAnalysis implements Analysis<ProfileSettings, Bottlenecks> {

    private static final AnalysisSpec<ProfileSettings> SPEC = new AnalysisSpec<>(
            "profile",
            "where does production time go?",
            "Ranks handlers by their own time and beats by their reported duration; percentiles are exact.",
            ProfileSettings.class);

    private final String handlerTimes = Queries.load(ProfileAnalysis.class, "handler-times.sql");
    private final String beatTimes = Queries.load(ProfileAnalysis.class, "beat-times.sql");

    private record Beat(
            String sequence,
            int number,
            @Nullable String title,
            @Nullable String event) {}

    @Override
    public AnalysisSpec<ProfileSettings> spec() {
        return SPEC;
    }

    @Override
    public Bottlenecks analyze(Evidence evidence, ProfileSettings settings, Resolution detail) {
        List<Tally<HandlerKey>> handlers = ranked(evidence, handlerTimes, ProfileAnalysis::handler);
        List<Tally<Beat>> beats = ranked(evidence, beatTimes, ProfileAnalysis::beat);
        return new Bottlenecks(
                handlers.stream()
                        .limit(settings.top())
                        .map(tally -> new Bottlenecks.HandlerTime(tally.key(), tally.times(evidence)))
                        .toList(),
                handlers.size(),
                handlers.stream().mapToLong(Tally::totalNanos).sum(),
                beats.stream()
                        .limit(settings.top())
                        .map(tally -> beatTime(tally, evidence))
                        .toList(),
                beats.size(),
                beats.stream().mapToLong(Tally::totalNanos).sum());
    }

    @Override
    public List<Exhibit> present(Bottlenecks answer) {
        return BottleneckTables.of(answer);
    }

    /// The rows of a key follow each other, its durations ascending.
    private static <K> List<Tally<K>> ranked(Evidence evidence, String query, Function<Row, K> key) {
        List<Tally<K>> tallies = new ArrayList<>();
        evidence.rows(query, row -> {
            K current = key.apply(row);
            if (tallies.isEmpty() || !tallies.getLast().key().equals(current)) {
                tallies.add(new Tally<>(current));
            }
            tallies.getLast().add(row);
            return Boolean.TRUE;
        });
        // The sort is stable, so equal totals stay in the order of their names.
        tallies.sort(
                Comparator.comparingLong((Tally<K> tally) -> tally.totalNanos()).reversed());
        return tallies;
    }

    private static HandlerKey handler(Row row) {
        String event = row.textAt("event").orElse("?");
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElseGet(() -> "a handler of " + event));
    }

    private static Beat beat(Row row) {
        return new Beat(
                row.textAt("sequence").orElse("?"),
                row.intAt("number"),
                row.textAt("title").orElse(null),
                row.textAt("event").orElse(null));
    }

    private static Bottlenecks.BeatTime beatTime(Tally<Beat> tally, Evidence evidence) {
        Beat beat = tally.key();
        return new Bottlenecks.BeatTime(
                beat.sequence(), beat.number(), beat.title(), beat.event(), tally.times(evidence));
    }
}
