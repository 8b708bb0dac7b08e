package dev.backbeat.code.treesitter.token;

import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.Arrays;

/// Cuts the leaves of a tree into tokens.
final class Lexer {

    private static final int FIRST_TOKENS = 64;
    private static final int BYTES_PER_TOKEN = 6;
    private static final long SEED = 0x1F3D5B79L;
    private static final boolean[] WORD = new boolean[256];

    static {
        for (int character = 0; character < WORD.length; character++) {
            WORD[character] = Character.isLetterOrDigit((char) character) && character < 128
                    || character == '_'
                    || character == '$'
                    || character == '#'
                    || character >= 128;
        }
    }

    private final SyntaxTree tree;
    private long[] hashes;
    private int[] starts;
    private int size;

    Lexer(SyntaxTree tree) {
        this.tree = tree;
        int capacity = FIRST_TOKENS + (tree.size() == 0 ? 0 : tree.end(0) / BYTES_PER_TOKEN);
        this.hashes = new long[capacity];
        this.starts = new int[capacity];
    }

    Tokens read() {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && tree.end(node) > tree.start(node) && !tree.isComment(node)) {
                leaf(tree.type(node), tree.start(node), tree.end(node));
            }
        }
        return new Tokens(Arrays.copyOf(hashes, size), Arrays.copyOf(starts, size));
    }

    private void leaf(String type, int from, int to) {
        switch (type) {
            case "string_fragment", "string_literal", "character_literal", "regex", "multiline_string_fragment" ->
                add(whole(from, to), from);
            case "jsx_text" -> {
                long hash = SEED;
                for (int at = from; at < to; at++) {
                    if (tree.at(at) > ' ' || tree.at(at) < 0) {
                        hash = Hashes.combine(hash, tree.at(at));
                    }
                }
                if (hash != SEED) {
                    add(hash, from);
                }
            }
            default -> cut(from, to);
        }
    }

    private void cut(int from, int to) {
        int at = from;
        while (at < to) {
            int first = tree.at(at) & 0xFF;
            int next = at + 1;
            if (first <= ' ') {
                at = next;
                continue;
            }
            if (WORD[first]) {
                while (next < to && WORD[tree.at(next) & 0xFF]) {
                    next++;
                }
            } else if (first == '"' || first == '\'') {
                next = closing(first, next, to);
            }
            add(whole(at, next), at);
            at = next;
        }
    }

    /// Behind the quote that ends a string, or where it is never ended, behind the opening one.
    private int closing(int quote, int from, int to) {
        for (int at = from; at < to; at++) {
            int here = tree.at(at);
            if (here == quote) {
                return at + 1;
            }
            if (here == '\n') {
                return from;
            }
            if (here == '\\') {
                at++;
            }
        }
        return from;
    }

    private long whole(int from, int to) {
        long hash = SEED;
        for (int at = from; at < to; at++) {
            hash = Hashes.combine(hash, tree.at(at));
        }
        return hash;
    }

    static long hash(byte[] text) {
        long hash = SEED;
        for (byte one : text) {
            hash = Hashes.combine(hash, one);
        }
        return hash;
    }

    private void add(long hash, int start) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
        }
        hashes[size] = hash;
        starts[size++] = start;
    }
}
