package dev.backbeat.ingest.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the pattern that a message matches. Patterns are looked up by the text before their first hole in
/// a trie over bytes; of those whose text the message begins with, the longest is tried first, and of equal
/// ones the first given.
public final class PatternIndex {

    private static final int NO_PATTERN = -1;

    private final MessagePattern[] patterns;
    private final Node root = new Node();

    private PatternIndex(List<MessagePattern> patterns) {
        this.patterns = patterns.toArray(MessagePattern[]::new);
        for (int i = 0; i < this.patterns.length; i++) {
            Node node = root;
            for (byte b : this.patterns[i].prefix()) {
                node = node.child(b);
            }
            node.add(i);
        }
    }

    /// An index over these patterns; their positions are what [#find] answers.
    public static PatternIndex of(List<MessagePattern> patterns) {
        return new PatternIndex(patterns);
    }

    /// The position of the pattern that the message matches as a whole, -1 when there is none.
    public int find(byte[] bytes, int from, int to, Captures captures) {
        return find(root, bytes, from, from, to, captures);
    }

    /// Deepest first, by recursion as deep as the longest text before a hole.
    private int find(Node node, byte[] bytes, int at, int from, int to, Captures captures) {
        if (at < to) {
            Node next = node.next(bytes[at]);
            if (next != null) {
                int found = find(next, bytes, at + 1, from, to, captures);
                if (found != NO_PATTERN) {
                    return found;
                }
            }
        }
        for (int candidate : node.candidates) {
            if (patterns[candidate].matches(bytes, from, to, captures)) {
                return candidate;
            }
        }
        return NO_PATTERN;
    }

    private static final class Node {
        private byte[] labels = new byte[0];
        private Node[] children = new Node[0];
        private int[] candidates = new int[0];

        @Nullable
        Node next(byte label) {
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    return children[i];
                }
            }
            return null;
        }

        Node child(byte label) {
            Node known = next(label);
            if (known != null) {
                return known;
            }
            labels = Arrays.copyOf(labels, labels.length + 1);
            labels[labels.length - 1] = label;
            List<Node> more = new ArrayList<>(Arrays.asList(children));
            Node made = new Node();
            more.add(made);
            children = more.toArray(Node[]::new);
            return made;
        }

        void add(int pattern) {
            candidates = Arrays.copyOf(candidates, candidates.length + 1);
            candidates[candidates.length - 1] = pattern;
        }
    }
}
