package dev.backbeat.output.terminal;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Tree;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tree as lines: the heaviest first, each with its share of the whole as a bar, small ones summed up.
final class TreeText {

    private static final int MOST_LINES = 60;
    private static final int BAR = 16;
    private static final int FIGURE = 11;
    private static final double LEAST_SHARE = 0.005;

    private final Tree tree;
    private final Appendable target;
    private final int label;
    private final Map<Long, List<Integer>> children = new HashMap<>();
    private double whole;
    private int lines;
    private int hidden;

    private TreeText(Tree tree, Screen screen, Appendable target) {
        this.tree = tree;
        this.target = target;
        this.label = Math.max(BAR, screen.width() - BAR - 2 * FIGURE);
        for (int node = 0; node < tree.nodes().size(); node++) {
            children.computeIfAbsent(tree.nodes().parent().at(node), parent -> new ArrayList<>())
                    .add(node);
        }
        Comparator<Integer> heaviest =
                Comparator.comparingLong(node -> -tree.nodes().total().at(node));
        children.values().forEach(list -> list.sort(heaviest));
    }

    static void write(Tree tree, Screen screen, Style style, Appendable target) throws IOException {
        if (tree.nodes().size() == 0) {
            target.append(Visible.of(tree.whenEmpty())).append('\n');
            return;
        }
        TreeText text = new TreeText(tree, screen, target);
        List<Integer> roots = text.children.getOrDefault(-1L, List.of());
        text.whole = Math.max(
                1,
                roots.stream().mapToLong(root -> tree.nodes().total().at(root)).sum());
        for (int root : roots) {
            text.node(root, 0);
        }
        if (text.hidden > 0) {
            String words = "%s of less than 0.5 %% or beyond %d lines are not shown here"
                    .formatted(Figures.count(text.hidden), MOST_LINES);
            target.append(style.quiet(words)).append('\n');
        }
    }

    private void node(int node, int depth) throws IOException {
        double share = tree.nodes().total().at(node) / whole;
        if (lines >= MOST_LINES || (depth > 0 && share < LEAST_SHARE)) {
            hidden++;
        } else {
            lines++;
            String name = "  ".repeat(depth)
                    + Figures.of(
                            tree.names().get(tree.nodes().name().intAt(node)).value());
            target.append(Width.padRight(Width.cut(name, label), label))
                    .append(Width.padLeft(figure(tree.nodes().total().at(node)), FIGURE))
                    .append(Width.padLeft(Figures.share(Math.round(share * 1e6)), FIGURE))
                    .append("  ")
                    .append("█".repeat((int) Math.round(share * (BAR - 2))))
                    .append('\n');
        }
        for (int child : children.getOrDefault((long) node, List.of())) {
            node(child, depth + 1);
        }
    }

    private String figure(long value) {
        return Figures.of(
                (tree.quantity() == Exhibit.Matrix.Quantity.DURATION ? Cell.duration(value) : Cell.count(value))
                        .value());
    }
}
