package dev.backbeat.analysis.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sightings summed up, and how many executions each sequence has.
final class Tallies {

    private final Map<Object, Tally> all = new LinkedHashMap<>();
    private final Map<String, Long> executions = new LinkedHashMap<>();
    private final Map<String, Long> checks = new LinkedHashMap<>();

    void add(Tally tally) {
        all.merge(tally.key(), tally, Tally::with);
    }

    void ran(String sequence, long count) {
        executions.merge(sequence, count, Long::sum);
    }

    void checked(String rule, long count) {
        checks.merge(rule, count, Long::sum);
    }

    long executionsOf(String sequence) {
        return executions.getOrDefault(sequence, 0L);
    }

    List<Tally> all() {
        return new ArrayList<>(all.values());
    }

    List<Conformance.Checked> checks() {
        return checks.entrySet().stream()
                .map(check -> new Conformance.Checked(check.getKey(), check.getValue()))
                .toList();
    }
}
