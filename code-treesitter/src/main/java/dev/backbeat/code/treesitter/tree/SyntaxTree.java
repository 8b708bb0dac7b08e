package dev.backbeat.code.treesitter.tree;

import dev.backbeat.code.treesitter.tree.Grammar.Symbols;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A syntax tree. Nodes are numbers in the order of their start, parents before children: the root is 0,
/// and what lies within a node are the numbers from it up to [#after]. So a loop over all numbers visits
/// the tree without recursion. In a file that is broken any node may lack any child, so all that can be
/// asked of a node can be asked of [#NONE], too: it is empty, has no type, and is nowhere.
public final class SyntaxTree {

    /// No node.
    public static final int NONE = -1;

    /// The type of what could not be parsed.
    public static final String ERROR = "ERROR";

    private final Symbols symbols;
    private final byte[] content;
    private final short[] symbol;
    private final int[] start;
    private final int[] end;
    private final int[] after;
    private final int[] parent;
    private final int syntaxErrors;
    private final int firstError;
    private final int[] lineStarts;

    SyntaxTree(
            Symbols symbols,
            byte[] content,
            short[] symbol,
            int[] start,
            int[] end,
            int[] after,
            int[] parent,
            int syntaxErrors,
            int firstError) {
        this.symbols = symbols;
        this.content = content;
        this.symbol = symbol;
        this.start = start;
        this.end = end;
        this.after = after;
        this.parent = parent;
        this.syntaxErrors = syntaxErrors;
        this.firstError = firstError;
        this.lineStarts = lineStarts(content);
    }

    /// How many nodes there are.
    public int size() {
        return symbol.length;
    }

    /// What a node is, as the grammar calls it; keywords with a leading `'`, such as `'class`. Always the
    /// same object for the same type.
    public String type(int node) {
        return node < 0 ? "" : symbols.name(symbol[node] & 0xFFFF);
    }

    /// Whether a node is of a type.
    public boolean is(int node, String type) {
        return type(node).equals(type);
    }

    /// Where a node starts, in bytes.
    public int start(int node) {
        return node < 0 ? 0 : start[node];
    }

    /// Where a node ends, in bytes.
    public int end(int node) {
        return node < 0 ? 0 : end[node];
    }

    /// The first node that starts after a node's end.
    public int after(int node) {
        return node < 0 ? 0 : after[node];
    }

    /// The node around a node.
    public int parent(int node) {
        return node < 0 ? NONE : parent[node];
    }

    /// The first child of a node.
    public int firstChild(int node) {
        return isLeaf(node) ? NONE : node + 1;
    }

    /// The next child of the same parent.
    public int next(int node) {
        int following = after(node);
        int around = parent(node);
        return around >= 0 && following < after[around] ? following : NONE;
    }

    /// The first child of a type.
    public int child(int node, String type) {
        int child = firstChild(node);
        while (child >= 0 && !type(child).equals(type)) {
            child = next(child);
        }
        return child;
    }

    /// Whether a node is there whose type begins with a letter: neither punctuation nor a keyword nor a
    /// comment.
    public boolean isNamed(int node) {
        return node >= 0 && Character.isLetter(type(node).charAt(0)) && !isComment(node);
    }

    /// The first named child from a child on, that one included.
    public int namedFrom(int child) {
        int found = child;
        while (found >= 0 && !isNamed(found)) {
            found = next(found);
        }
        return found;
    }

    /// The first named child after a node's first child of a type, such as what follows `=`.
    public int namedAfter(int node, String type) {
        int mark = child(node, type);
        return mark < 0 ? NONE : namedFrom(next(mark));
    }

    /// The last named child.
    public int lastNamed(int node) {
        int last = NONE;
        for (int child = firstChild(node); child >= 0; child = next(child)) {
            if (isNamed(child)) {
                last = child;
            }
        }
        return last;
    }

    /// Whether a node is a comment.
    public boolean isComment(int node) {
        return type(node).endsWith("comment");
    }

    /// Whether a node has no children.
    public boolean isLeaf(int node) {
        return node < 0 || after[node] == node + 1;
    }

    /// The text of a node.
    public String text(int node) {
        return text(start(node), end(node));
    }

    /// The text of a stretch.
    public String text(int from, int to) {
        return new String(content, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    /// The byte at an offset.
    public int at(int offset) {
        return content[offset];
    }

    /// Whether a node's text is this; `text` has only ASCII characters.
    public boolean isText(int node, String text) {
        int from = start(node);
        if (end(node) - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (content[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The line of an offset, from 1.
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The line on which a node ends: where its last character stands.
    public int lastLine(int node) {
        return line(Math.max(start(node), end(node) - 1));
    }

    /// How many lines the file has.
    public int lines() {
        boolean open = content.length > 0 && content[content.length - 1] != '\n';
        return lineStarts.length - (open ? 0 : 1);
    }

    /// How many stretches could not be parsed.
    public int syntaxErrors() {
        return syntaxErrors;
    }

    /// The line of the first of them; 0 where there is none.
    public int firstErrorLine() {
        return firstError < 0 ? 0 : Math.min(line(firstError), Math.max(1, lines()));
    }

    private static int[] lineStarts(byte[] content) {
        int[] starts = new int[16 + content.length / 32];
        int count = 1;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
