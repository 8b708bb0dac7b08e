package dev.backbeat.analysis.profile;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Handler runs by the way that leads to them: the sequence that was executed, and the event that called
/// them.
final class Ways {

    /// More fit no screen; the rest is told as a sum.
    static final int MOST = 5_000;

    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    private record Key(String sequence, String event, HandlerKey handler, String build) {}

    private static final class Sum {
        private final Set<HandlerKey> logged = new HashSet<>();
        private long runs;
        private long selfNanos;
        private long firstNanos = Long.MAX_VALUE;
    }

    /// Some runs of a kind of handler in a build.
    void add(HandlerTallies.Kind kind, String build, long runs, long selfNanos, long firstNanos) {
        Sum sum = sums.computeIfAbsent(new Key(kind.sequence(), kind.event(), kind.handler(), build), key -> new Sum());
        sum.logged.add(kind.logged());
        sum.runs += runs;
        sum.selfNanos += selfNanos;
        if (Time.isKnown(firstNanos)) {
            sum.firstNanos = Math.min(sum.firstNanos, firstNanos);
        }
    }

    /// The ways that took longest, and the sum of the others.
    Profile.Ways read(BeatTallies beats, Movements movements, KnownCode code) {
        Map<Tally.Called, BeatTallies.Of> called = beats.byCall();
        List<Profile.Way> ways = sums.entrySet().stream()
                .map(entry -> way(entry.getKey(), entry.getValue(), called, movements, code))
                .toList();
        return first(ways, MOST);
    }

    private static Profile.Way way(
            Key key, Sum sum, Map<Tally.Called, BeatTallies.Of> called, Movements movements, KnownCode code) {
        Tally.Called by = new Tally.Called(key.sequence(), key.event(), key.build());
        BeatTallies.Of beat = called.getOrDefault(by, new BeatTallies.Of(Set.of(), 0));
        Optional<Movements.Movement> movement = movements.of(by);
        List<CodePlace> places = sum.logged.stream()
                .flatMap(logged -> code.place(key.build(), logged).stream())
                .distinct()
                .toList();
        return new Profile.Way(
                key.sequence(),
                key.build(),
                movement.map(Movements.Movement::name).orElse(null),
                movement.map(movements::runs).orElse(0L),
                key.event(),
                beat.titles().size() == 1 ? beat.titles().iterator().next() : null,
                beat.runs(),
                key.handler(),
                formerly(key.handler(), sum.logged),
                places.size() == 1 ? places.getFirst() : null,
                sum.runs,
                sum.selfNanos,
                sum.firstNanos);
    }

    private static @Nullable String formerly(HandlerKey handler, Set<HandlerKey> logged) {
        String others = logged.stream()
                .map(HandlerKey::handler)
                .filter(name -> !name.equals(handler.handler()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? null : others;
    }

    /// The longest of some, and the sum of the others.
    static Profile.Ways first(List<Profile.Way> all, int most) {
        List<Profile.Way> sorted = all.stream()
                .sorted(Comparator.comparingLong(Profile.Way::selfNanos)
                        .reversed()
                        .thenComparing(way -> way.sequence() + "\0" + way.event() + "\0" + way.handler()))
                .toList();
        int told = Math.min(most, sorted.size());
        List<Profile.Way> others = sorted.subList(told, sorted.size());
        return new Profile.Ways(
                sorted.subList(0, told),
                others.size(),
                others.stream().mapToLong(Profile.Way::runs).sum(),
                others.stream().mapToLong(Profile.Way::selfNanos).sum());
    }
}
