package dev.backbeat.analysis.profile;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows time by the way that leads to it.
final class TimeTree {

    private static final String TITLE = "time by sequence, movement, beat and handler";

    private final Node root = new Node("", Cell.unknown());

    private TimeTree() {}

    private static final class Node {
        private final String kind;
        private final Cell name;
        private final Map<String, Node> below = new LinkedHashMap<>();
        private long self;
        private long total;
        private long count;
        private long firstNanos = Long.MAX_VALUE;

        Node(String kind, Cell name) {
            this.kind = kind;
            this.name = name;
        }

        Node child(String key, String childKind, Cell childName) {
            return below.computeIfAbsent(key, none -> new Node(childKind, childName));
        }

        /// Adds up what is below.
        void close() {
            total = self;
            for (Node node : below.values()) {
                node.close();
                total += node.total;
                firstNanos = Math.min(firstNanos, node.firstNanos);
            }
        }
    }

    /// Sequences, in these movements, in these beats, in these handlers; builds above them where there are
    /// several. Beats that stand in several movements, or in none, stand in the sequence itself. A handler has
    /// its own time without that of the beats it called; a sequence has what was neither in a handler nor in
    /// the queue. So nothing counts twice.
    static Tree of(Profile answer) {
        TimeTree tree = new TimeTree();
        for (Profile.SequenceLine line : answer.sequences()) {
            Node sequence = tree.sequence(answer, line.sequence(), line.build(), line.name());
            sequence.self += line.time().inBeatNanos() + line.time().betweenNanos();
            sequence.count += line.begun();
        }
        for (Profile.Way way : answer.ways().first()) {
            Node sequence = tree.sequence(answer, way.sequence(), way.build(), way.sequence());
            String beat = way.beat() == null ? way.event() : way.beat();
            Node above = sequence;
            if (way.movement() != null) {
                above = sequence.child("\0" + way.movement(), "movement", Cell.code(way.movement()));
                above.count = way.movementRuns();
            }
            Node called = above.child(way.event(), "beat", Cell.code(beat));
            called.count = way.beatRuns();
            Cell name = Cells.name(
                    way.handler().plugin() + "." + way.handler().handler(), way.formerly(), way.handler(), "");
            Node handler = called.child(
                    way.handler().toString(),
                    "handler",
                    way.code() == null ? name : name.to(new Reference.ToCode(way.code())));
            handler.self += way.selfNanos();
            handler.count += way.runs();
            handler.firstNanos = Math.min(handler.firstNanos, way.firstNanos());
        }
        if (answer.ways().others() > 0) {
            Node others = tree.root.child(
                    "\0others",
                    "others",
                    Cell.text("%,d more handlers".formatted(answer.ways().others())));
            others.self = answer.ways().otherNanos();
            others.count = answer.ways().otherRuns();
        }
        tree.root.close();
        return tree.flat();
    }

    private Node sequence(Profile answer, String sequence, @Nullable String build, String name) {
        Node above = root;
        if (answer.manyBuilds()) {
            above = root.child(String.valueOf(build), "build", Cells.build(build));
        }
        return above.child(sequence, "sequence", Cell.code(name).to(new Reference.ToSequence(sequence)));
    }

    private Tree flat() {
        List<Cell> names = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        Numbers.Builder parents = new Numbers.Builder();
        Numbers.Builder totals = new Numbers.Builder();
        Numbers.Builder selves = new Numbers.Builder();
        Numbers.Builder counts = new Numbers.Builder();
        Numbers.Builder orders = new Numbers.Builder();
        // The root is none of them, so that positions are one less.
        List<Node> due = new ArrayList<>(List.of(root));
        for (int at = 0; at < due.size(); at++) {
            int order = 0;
            List<Node> inTime = due.get(at).below.values().stream()
                    .sorted(Comparator.comparingLong(node -> node.firstNanos))
                    .toList();
            for (Node node : inTime) {
                parents.add(at - 1);
                names.add(node.name);
                kinds.add(node.kind);
                totals.add(node.total);
                selves.add(node.self);
                counts.add(node.count);
                orders.add(order++);
                due.add(node);
            }
        }
        Numbers.Builder positions = new Numbers.Builder();
        for (int i = 0; i < names.size(); i++) {
            positions.add(i);
        }
        Tree.Nodes nodes = new Tree.Nodes(
                parents.build(),
                positions.build(),
                kinds,
                totals.build(),
                selves.build(),
                counts.build(),
                orders.build());
        return new Tree(TITLE, Exhibit.Matrix.Quantity.DURATION, names, nodes, Cells.EMPTY);
    }
}
