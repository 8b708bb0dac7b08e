package dev.backbeat.code.treesitter.tree;

import dev.backbeat.code.treesitter.tree.Grammar.Symbols;
import dev.backbeat.code.treesitter.tree.Shape.Marks;
import java.util.Arrays;
import java.util.BitSet;

/// Makes a [SyntaxTree] of the nodes it is told of, parents before children, and says which to enter.
final class TreeBuilder {

    /// Larger trees are cut: the rest of the file is one stretch that could not be parsed.
    static final int MOST_NODES = 4_000_000;

    private static final int FIRST_NODES = 256;
    private static final int BYTES_PER_NODE = 12;
    private static final long LEAST_STEPS = 2_000;
    private static final int BYTES_PER_STEP = 16;

    private final Symbols symbols;
    private final byte[] content;
    private final BitSet marks;
    private final BitSet comments;
    private short[] symbol;
    private int[] start;
    private int[] end;
    private int[] after;
    private int[] parent;
    private int size;
    private int top = SyntaxTree.NONE;
    private int syntaxErrors;
    private int firstError = SyntaxTree.NONE;
    private int brokenUntil;

    /// What to do with a node.
    enum Step {
        /// Go on with its children.
        ENTER,
        /// Go on with its children where something in it could not be parsed, else with what follows it.
        ENTER_IF_BROKEN,
        /// Go on with what follows it.
        PASS,
        /// Enough.
        STOP
    }

    TreeBuilder(Symbols symbols, Marks marker, byte[] content) {
        this.symbols = symbols;
        this.content = content;
        this.marks = marker.of(content);
        this.comments = comments(content);
        int capacity = FIRST_NODES + content.length / BYTES_PER_NODE;
        this.symbol = new short[capacity];
        this.start = new int[capacity];
        this.end = new int[capacity];
        this.after = new int[capacity];
        this.parent = new int[capacity];
    }

    /// How often the parser may ask whether to go on, which it does after a hundred operations. Code takes
    /// three steps a kibibyte, and thirteen where it is at its worst; only texts that are no code take more
    /// than are allowed. It counts steps, not time, so that it always ends alike.
    static long parseSteps(int bytes) {
        return LEAST_STEPS + bytes / BYTES_PER_STEP;
    }

    /// A slash may begin a comment; a backquote, a text with code in it.
    private static BitSet comments(byte[] content) {
        BitSet found = new BitSet(content.length);
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '/' || content[at] == '`') {
                found.set(at);
            }
        }
        return found;
    }

    Step node(int type, int from, int to, boolean missing) {
        if (size == symbol.length) {
            if (size >= MOST_NODES) {
                broken(from, content.length);
                return Step.STOP;
            }
            grow();
        }
        symbol[size] = (short) type;
        start[size] = from;
        end[size] = to;
        parent[size] = top;
        after[size] = size + 1;
        size++;
        boolean error = symbols.isError(type);
        if (error || missing) {
            broken(from, error ? to : from);
        }
        if (symbols.isLeaf(type)) {
            return Step.PASS;
        }
        boolean pass = symbols.isType(type)
                ? isFree(comments, from, to)
                : top >= 0 && symbols.isPlain(type, symbol[top] & 0xFFFF) && isFree(marks, from, to);
        return pass ? Step.ENTER_IF_BROKEN : Step.ENTER;
    }

    void down() {
        top = size - 1;
    }

    void up() {
        after[top] = size;
        top = parent[top];
    }

    /// The parser did not come to an end: there is no tree.
    void givenUp() {
        broken(0, content.length);
    }

    SyntaxTree build() {
        while (top >= 0) {
            up();
        }
        short[] types = Arrays.copyOf(symbol, size);
        return new SyntaxTree(symbols, content, types, start, end, after, parent, syntaxErrors, firstError);
    }

    /// Errors within errors are one.
    private void broken(int from, int to) {
        if (firstError == SyntaxTree.NONE) {
            firstError = from;
        } else if (from < brokenUntil) {
            return;
        }
        syntaxErrors++;
        brokenUntil = Math.max(brokenUntil, to);
    }

    private static boolean isFree(BitSet of, int from, int to) {
        int next = of.nextSetBit(from);
        return next < 0 || next >= to;
    }

    private void grow() {
        int capacity = (int) Math.min(MOST_NODES, size * 3L / 2);
        symbol = Arrays.copyOf(symbol, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        after = Arrays.copyOf(after, capacity);
        parent = Arrays.copyOf(parent, capacity);
    }
}
