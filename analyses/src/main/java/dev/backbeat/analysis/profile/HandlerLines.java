package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.profile.HandlerTallies.Ran;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Handler runs as lines: by handler, sequence, plugin or build, each build for itself.
final class HandlerLines {

    private final Asked asked;
    private final KnownCode code;
    private final HandlerTallies handlers;
    private final Map<Tally.Called, Long> beatTimes;
    private final boolean manyBuilds;
    private final int stretches;
    private @Nullable Map<Ran, Asked.First> firsts;
    private final Map<By, List<Open>> opened = new EnumMap<>(By.class);
    private final Map<By, List<Profile.Line>> all = new EnumMap<>(By.class);

    /// @param beatTimes the time of the beats that emit each event
    HandlerLines(
            Asked asked,
            KnownCode code,
            HandlerTallies handlers,
            Map<Tally.Called, Long> beatTimes,
            boolean manyBuilds) {
        this.asked = asked;
        this.code = code;
        this.handlers = handlers;
        this.beatTimes = beatTimes;
        this.manyBuilds = manyBuilds;
        this.stretches = handlers.stretches();
    }

    /// A line that is being summed up.
    private record Open(
            String name, @Nullable HandlerKey handler, String sequence, String build, Tally tally, Set<Ran> members) {}

    /// All lines, in the order of their names.
    List<Profile.Line> all(By by) {
        List<Profile.Line> known = all.get(by);
        if (known == null) {
            known = open(by).stream().map(open -> line(open, null)).toList();
            all.put(by, known);
        }
        return known;
    }

    /// The same line with its slowest run.
    Profile.Line withSlowest(Profile.Line line, By by) {
        return open(by).stream()
                .filter(open -> open.name().equals(line.name())
                        && open.sequence().equals(line.sequence())
                        && (!manyBuilds || open.build().equals(line.build())))
                .findFirst()
                .map(open -> line(open, slowest(open)))
                .orElse(line);
    }

    /// The first lines by a figure, then by own time, then by name.
    List<Profile.Line> first(By by, int top, ToLongFunction<Tally> figure) {
        return open(by).stream()
                .sorted(Comparator.comparingLong((Open open) -> figure.applyAsLong(open.tally()))
                        .thenComparingLong(open -> open.tally().ownNanos)
                        .reversed())
                .limit(top)
                .map(open -> line(open, slowest(open)))
                .toList();
    }

    private List<Open> open(By by) {
        return opened.computeIfAbsent(by, this::sumUp);
    }

    private List<Open> sumUp(By by) {
        Map<List<String>, Open> lines = new LinkedHashMap<>();
        handlers.tallies().forEach((ran, tally) -> {
            Open empty = empty(by, ran);
            Open open = lines.computeIfAbsent(List.of(empty.name(), empty.sequence(), ran.build()), key -> empty);
            open.tally().addAll(tally);
            open.members().add(ran);
        });
        return new ArrayList<>(lines.values());
    }

    private Open empty(By by, Ran ran) {
        HandlerKey handler = ran.handler();
        Tally tally = new Tally(stretches);
        return switch (by) {
            case HANDLER ->
                new Open(
                        handler.plugin() + "." + handler.handler(),
                        handler,
                        handler.sequence(),
                        ran.build(),
                        tally,
                        new HashSet<>());
            case SEQUENCE -> new Open(ran.sequence(), null, ran.sequence(), ran.build(), tally, new HashSet<>());
            case PLUGIN -> new Open(handler.plugin(), null, "", ran.build(), tally, new HashSet<>());
            case BUILD -> new Open(ran.build(), null, "", ran.build(), tally, new HashSet<>());
        };
    }

    private Profile.Line line(Open open, Profile.@Nullable Slowest slowest) {
        long beatNanos = open.tally().called.stream()
                .mapToLong(called -> beatTimes.getOrDefault(called, 0L))
                .sum();
        return new Profile.Line(
                open.name(),
                open.handler(),
                open.sequence(),
                manyBuilds ? open.build() : null,
                formerly(open),
                code(open),
                open.tally().times(beatNanos),
                slowest,
                open.tally().ownByStretch());
    }

    private static @Nullable String formerly(Open open) {
        HandlerKey handler = open.handler();
        if (handler == null) {
            return null;
        }
        List<String> others = open.tally().logged.stream()
                .map(HandlerKey::handler)
                .filter(name -> !name.equals(handler.handler()))
                .distinct()
                .sorted()
                .toList();
        return others.isEmpty() ? null : String.join(", ", others);
    }

    private @Nullable CodePlace code(Open open) {
        if (open.handler() == null) {
            return null;
        }
        List<CodePlace> places = open.tally().logged.stream()
                .flatMap(logged -> code.place(open.build(), logged).stream())
                .distinct()
                .toList();
        return places.size() == 1 ? places.getFirst() : null;
    }

    /// The first run of the line that took longest.
    private Profile.@Nullable Slowest slowest(Open open) {
        Asked.First first = null;
        for (Ran ran : open.members()) {
            Tally tally = handlers.tallies().get(ran);
            Asked.First own = firsts().get(ran);
            if (tally != null && own != null && tally.maxNanos == open.tally().maxNanos) {
                first = first == null ? own : first.earlier(own);
            }
        }
        return asked.slowest(first);
    }

    /// The first run that took longest of all that ran. Numbers of durations are looked for, too: they
    /// are few and as they are stored.
    private Map<Ran, Asked.First> firsts() {
        Map<Ran, Asked.First> known = firsts;
        if (known != null) {
            return known;
        }
        List<Long> longest = handlers.tallies().values().stream()
                .filter(tally -> tally.timedRuns > 0)
                .map(tally -> tally.maxNanos)
                .toList();
        Map<Ran, Asked.First> found = new HashMap<>();
        asked.rows("handler-slowest.sql", Asked.oneOf(longest), row -> {
            HandlerTallies.Kind kind = handlers.kinds().get(row.intAt("handler_kind"));
            Ran ran = kind == null ? null : kind.in(asked.build(row));
            Tally tally = ran == null ? null : handlers.tallies().get(ran);
            if (tally != null && tally.maxNanos == row.longAt("nanos")) {
                found.merge(ran, Asked.First.of(row), Asked.First::earlier);
            }
            return true;
        });
        firsts = found;
        return found;
    }

    /// What all handler runs took.
    long ownNanos() {
        return handlers.tallies().values().stream()
                .mapToLong(tally -> tally.ownNanos)
                .sum();
    }

    /// What the handler runs of each executed sequence took and waited, by sequence and build.
    Map<List<String>, Tally> bySequence() {
        Map<List<String>, Tally> sums = new HashMap<>();
        handlers.tallies()
                .forEach((ran, tally) -> sums.computeIfAbsent(
                                List.of(ran.sequence(), ran.build()), key -> new Tally(stretches))
                        .addAll(tally));
        return sums;
    }

    /// When the first handler was called, and how long the equal parts of time are.
    long fromNanos() {
        return handlers.tallies().isEmpty() ? Time.UNKNOWN : handlers.fromNanos();
    }
}
