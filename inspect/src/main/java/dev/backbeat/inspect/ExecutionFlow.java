package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit.Graph;
import dev.backbeat.model.Exhibit.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which beat follows which: the directly-follows graph of executions, from their start to where they end.
///
/// Source: van der Aalst, Process Mining, 2nd edition, section 6.1.
public final class ExecutionFlow {

    private static final String START = "start";
    private static final String END = "end";

    private record Way(int from, int to) {}

    private final List<Cell> names = new ArrayList<>(List.of(Cell.text(START), Cell.text(END)));
    private final List<Long> counts = new ArrayList<>(List.of(0L, 0L));
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final Map<Way, Long> ways = new LinkedHashMap<>();

    private ExecutionFlow() {}

    /// Of these executions.
    public static Graph of(Timeline executions) {
        ExecutionFlow flow = new ExecutionFlow();
        executions.tracks().forEach(flow::add);
        List<Graph.Node> nodes = new ArrayList<>();
        for (int i = 0; i < flow.names.size(); i++) {
            nodes.add(new Graph.Node(flow.names.get(i), flow.counts.get(i)));
        }
        List<Graph.Edge> edges = flow.ways.entrySet().stream()
                .map(way -> new Graph.Edge(way.getKey().from(), way.getKey().to(), way.getValue()))
                .sorted(Comparator.comparingLong(Graph.Edge::count)
                        .reversed()
                        .thenComparingInt(Graph.Edge::from)
                        .thenComparingInt(Graph.Edge::to))
                .toList();
        String title = "which beat follows which, in %,d of %,d executions"
                .formatted(executions.tracks().size(), executions.total());
        boolean empty = executions.tracks().isEmpty();
        return new Graph(title, empty ? List.of() : nodes, empty ? List.of() : edges, executions.whenEmpty());
    }

    private void add(Timeline.Track track) {
        int last = 0;
        counts.set(0, counts.get(0) + 1);
        for (Timeline.Step step : track.steps()) {
            int node = byName.computeIfAbsent(String.valueOf(step.name().value()), key -> {
                names.add(step.name());
                counts.add(0L);
                return names.size() - 1;
            });
            counts.set(node, counts.get(node) + 1);
            ways.merge(new Way(last, node), 1L, Long::sum);
            last = node;
        }
        counts.set(1, counts.get(1) + 1);
        ways.merge(new Way(last, 1), 1L, Long::sum);
    }
}
