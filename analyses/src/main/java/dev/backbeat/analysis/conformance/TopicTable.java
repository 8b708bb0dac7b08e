package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.util.List;

/// Shows topics.
final class TopicTable {

    private static final String EMPTY =
            "no topic was published to, and no manifest has one; see `backbeat map --code <dir>`";

    private TopicTable() {}

    static Exhibit.Table of(Conformance answer) {
        List<List<Cell>> rows = answer.topics().stream()
                .map(line -> List.of(
                        Cell.code(line.topic()),
                        Cell.count(line.published()),
                        Cell.count(line.withoutRoute()),
                        Cell.text(String.join(", ", line.routes())),
                        Cell.text(documented(line)),
                        places(line.documents()),
                        places(line.publishers()),
                        places(line.subscribers())))
                .toList();
        return new Exhibit.Table(
                "topics, the most published first",
                List.of(
                        Exhibit.Column.text("topic"),
                        Exhibit.Column.number("published"),
                        Exhibit.Column.number("without route").noted("messages that were delivered on no route"),
                        Exhibit.Column.text("routes taken"),
                        Exhibit.Column.text("documented routes"),
                        Exhibit.Column.text("manifest"),
                        Exhibit.Column.text("published in").noted("the first call in code that publishes to it"),
                        Exhibit.Column.text("subscribed in").noted("the first call in code that subscribes to it")),
                rows,
                answer.allTopics(),
                EMPTY);
    }

    private static String documented(Conformance.TopicLine line) {
        if (!line.documented()) {
            return "in no manifest";
        }
        return line.documentedRoutes().isEmpty() ? "none" : String.join(", ", line.documentedRoutes());
    }

    /// The first place, leading to all of them.
    private static Cell places(List<CodePlace> places) {
        if (places.isEmpty()) {
            return Cell.text("");
        }
        Cell first = Cell.code(places.getFirst());
        return new Cell(
                first.value(),
                places.stream().<Reference>map(Reference.ToCode::new).toList());
    }
}
