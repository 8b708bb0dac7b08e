package dev.backbeat.app.engine;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The references within exhibits, in the order in which people read them.
final class References {

    private References() {}

    /// All of an exhibit.
    static List<Reference> of(Exhibit exhibit) {
        return switch (exhibit) {
            case Exhibit.Summary summary -> cells(summary.facts().stream().map(Exhibit.Summary.Fact::cell));
            case Exhibit.Table table -> cells(table.rows().stream().flatMap(List::stream));
            case Exhibit.Findings findings ->
                findings.findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .toList();
            case Exhibit.Matrix matrix -> cells(Stream.concat(matrix.rows().stream(), matrix.columns().stream()));
            case Exhibit.Timeline timeline -> cells(timeline.tracks().stream().flatMap(References::cells));
            case Lanes lanes ->
                cells(Stream.of(
                                lanes.lanes().stream().map(Lanes.Lane::name),
                                lanes.names().stream(),
                                lanes.executions().stream().map(Lanes.Run::name))
                        .flatMap(all -> all));
            case Tree tree -> cells(tree.names().stream());
            case Exhibit.Graph graph -> cells(graph.nodes().stream().map(Exhibit.Graph.Node::name));
            case Exhibit.Coverage coverage ->
                cells(coverage.files().stream()
                        .flatMap(file -> file.functions().stream())
                        .map(Exhibit.Coverage.Function::name));
            case Exhibit.Document document -> List.of();
        };
    }

    /// The first of each exhibit, then the second of each, and so on.
    static List<Reference> byTurns(List<Exhibit> exhibits) {
        List<List<Reference>> lists = exhibits.stream().map(References::of).toList();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        List<Reference> references = new ArrayList<>();
        for (int turn = 0; turn < longest; turn++) {
            for (List<Reference> list : lists) {
                if (turn < list.size()) {
                    references.add(list.get(turn));
                }
            }
        }
        return references;
    }

    private static Stream<Cell> cells(Exhibit.Timeline.Track track) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(track.name()), track.attributes().stream().map(Exhibit.Summary.Fact::cell)),
                track.steps().stream()
                        .flatMap(step -> Stream.concat(
                                Stream.of(step.name()),
                                step.attributes().stream().map(Exhibit.Summary.Fact::cell))));
    }

    private static List<Reference> cells(Stream<Cell> cells) {
        return cells.flatMap(cell -> cell.references().stream()).toList();
    }
}
