package dev.backbeat.output.dot;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The output `dot`.
///
/// Source: the DOT language of Graphviz; labels are quoted strings, in which a backslash begins an escape.
public final class DotOutput implements Output {

    private static final double THICKEST = 5;
    private static final double THINNEST = 0.6;

    @Override
    public String id() {
        return "dot";
    }

    @Override
    public String description() {
        return "graphs for Graphviz, such as `backbeat executions --flow`";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("text/plain; charset=utf-8");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<Exhibit.Graph> graphs = answer.exhibits().stream()
                .filter(Exhibit.Graph.class::isInstance)
                .map(Exhibit.Graph.class::cast)
                .toList();
        if (graphs.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` holds no graph".formatted(answer.id()),
                    "`backbeat executions --flow --output dot` does");
        }
        for (Exhibit.Graph graph : graphs) {
            write(graph, target);
        }
    }

    private static void write(Exhibit.Graph graph, Appendable target) throws IOException {
        String title = graph.nodes().isEmpty() ? graph.title() + ": " + graph.whenEmpty() : graph.title();
        target.append("digraph ").append(quoted(graph.title())).append(" {\n");
        target.append("  graph [rankdir=LR, label=").append(quoted(title)).append(", labelloc=t, fontname=sans];\n");
        target.append("  node [shape=box, style=rounded, fontname=sans, fontsize=11];\n");
        target.append("  edge [fontname=sans, fontsize=10];\n");
        for (int i = 0; i < graph.nodes().size(); i++) {
            Exhibit.Graph.Node node = graph.nodes().get(i);
            String label = Figures.of(node.name().value()) + "\n" + Figures.count(node.count());
            target.append("  n%d [label=%s];\n".formatted(i, quoted(label)));
        }
        long most = graph.edges().stream()
                .mapToLong(Exhibit.Graph.Edge::count)
                .max()
                .orElse(1);
        for (Exhibit.Graph.Edge edge : graph.edges()) {
            double width = THINNEST + (THICKEST - THINNEST) * edge.count() / Math.max(1, most);
            target.append(String.format(
                            Locale.ROOT,
                            "  n%d -> n%d [label=%s, penwidth=%.1f];%n",
                            edge.from(),
                            edge.to(),
                            quoted(Figures.count(edge.count())),
                            width)
                    .replace("\r\n", "\n"));
        }
        target.append("}\n");
    }

    /// A quoted string whose lines are centred.
    static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            safe.append(first ? "" : "\\n");
            safe.append(Visible.of(line).replace("\\", "\\\\").replace("\"", "\\\""));
            first = false;
        }
        return safe.append('"').toString();
    }
}
