package dev.backbeat.ingest.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the pattern that a message matches. Patterns are looked up by the text before their first hole; of
/// those whose text the message begins with, the longest is tried first, and of equal ones the first given.
public final class PatternIndex {

    private static final int NO_PATTERN = -1;

    private final MessagePattern[] patterns;
    private final Node root;

    private PatternIndex(List<MessagePattern> patterns) {
        this.patterns = patterns.toArray(MessagePattern[]::new);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < this.patterns.length; i++) {
            all.add(i);
        }
        this.root = node(all, 0);
    }

    /// An index over these patterns; their positions are what [#find] answers.
    public static PatternIndex of(List<MessagePattern> patterns) {
        return new PatternIndex(patterns);
    }

    /// The position of the pattern that the message matches as a whole, -1 when there is none.
    ///
    /// Walks down a radix trie, one comparison of a whole run of bytes a node, then back up over the nodes
    /// at which patterns end.
    public int find(byte[] bytes, int from, int to, Captures captures) {
        Node deepest = null;
        Node node = root;
        int at = from;
        while (node != null && node.run.isAt(bytes, at, to)) {
            at += node.run.length();
            deepest = node;
            node = at < to ? node.children[bytes[at] & 0xFF] : null;
        }
        for (Node tried = deepest; tried != null; tried = tried.parent) {
            for (int candidate : tried.candidates) {
                if (patterns[candidate].matchesAfterPrefix(bytes, from, to, captures)) {
                    return candidate;
                }
            }
        }
        return NO_PATTERN;
    }

    /// A node for patterns that agree in the first `depth` bytes.
    private Node node(List<Integer> members, int depth) {
        byte[] first = patterns[members.getFirst()].prefix();
        int end = depth;
        while (agree(members, end)) {
            end++;
        }
        Node node = new Node(Arrays.copyOfRange(first, depth, end));
        List<Integer> here = new ArrayList<>();
        List<List<Integer>> byByte = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            byByte.add(new ArrayList<>());
        }
        for (int member : members) {
            byte[] prefix = patterns[member].prefix();
            (prefix.length == end ? here : byByte.get(prefix[end] & 0xFF)).add(member);
        }
        node.candidates = here.stream().mapToInt(Integer::intValue).toArray();
        for (int b = 0; b < 256; b++) {
            if (!byByte.get(b).isEmpty()) {
                Node child = node(byByte.get(b), end);
                child.parent = node;
                node.children[b] = child;
            }
        }
        return node;
    }

    private boolean agree(List<Integer> members, int depth) {
        byte[] first = patterns[members.getFirst()].prefix();
        for (int member : members) {
            byte[] prefix = patterns[member].prefix();
            if (prefix.length == depth || prefix[depth] != first[depth]) {
                return false;
            }
        }
        return true;
    }

    private static final class Node {
        final Literal run;
        final @Nullable Node[] children = new Node[256];
        int[] candidates = new int[0];

        @Nullable
        Node parent;

        Node(byte[] run) {
            this.run = new Literal(run);
        }
    }
}
