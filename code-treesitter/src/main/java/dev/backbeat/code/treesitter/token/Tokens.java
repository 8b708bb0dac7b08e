package dev.backbeat.code.treesitter.token;

import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The tokens of a file, in order.
public final class Tokens {

    private static final int RUN = 5;
    private static final long OWN_NAME = 0x5E1FL;
    private static final long DOT = hash(".");
    private static final long COLON = hash(":");
    private static final long OPENING = hash("(");
    private static final long BRACE = hash("{");
    private static final long COMMA = hash(",");
    private static final long THIS = hash("this");

    private final long[] hashes;
    private final int[] starts;

    Tokens(long[] hashes, int[] starts) {
        this.hashes = hashes;
        this.starts = starts;
    }

    /// The tokens of a tree.
    public static Tokens of(SyntaxTree tree) {
        return new Lexer(tree).read();
    }

    /// What a function is compared by.
    ///
    /// @param parameters from where to where its parameters stand, in bytes; an empty range for none
    /// @param body from where to where its body stands
    public Fingerprint fingerprint(Range parameters, Range body, OwnName ownName) {
        Names names = new Names(ownName);
        long hash = 1;
        for (int at = first(parameters.from()), end = first(parameters.to()); at < end; at++) {
            hash = Hashes.combine(hash, value(at, names));
        }
        hash = Hashes.combine(hash, 2);
        Sketch sketch = new Sketch();
        long[] run = new long[RUN];
        int from = first(body.from());
        for (int at = from, end = first(body.to()); at < end; at++) {
            long value = value(at, names);
            hash = Hashes.combine(hash, value);
            System.arraycopy(run, 1, run, 0, RUN - 1);
            run[RUN - 1] = value;
            if (at - from >= RUN - 1) {
                sketch.add(shingle(run));
            }
        }
        return new Fingerprint(Hashes.finish(hash), sketch.ascending());
    }

    private static int shingle(long[] run) {
        long hash = 3;
        for (long value : run) {
            hash = Hashes.combine(hash, value);
        }
        return (int) (Hashes.finish(hash) >>> 32);
    }

    private long value(int at, Names names) {
        return hashes[at] == names.name && isOwn(at, names) ? OWN_NAME : hashes[at];
    }

    private boolean isOwn(int at, Names names) {
        boolean member = is(at - 1, DOT) && !is(at - 2, DOT);
        boolean reference = is(at - 1, COLON) && is(at - 2, COLON);
        if (member || reference) {
            int before = at - (member ? 2 : 3);
            return is(before, THIS) || names.owner != 0 && is(before, names.owner);
        }
        return names.own.bare() && (!names.own.onlyCalled() || is(at + 1, OPENING)) && !isKey(at);
    }

    /// A key of an object is no reference. What follows `?` is no key, whatever stands behind it.
    private boolean isKey(int at) {
        return is(at + 1, COLON) && (is(at - 1, BRACE) || is(at - 1, COMMA));
    }

    private boolean is(int at, long hash) {
        return at >= 0 && at < hashes.length && hashes[at] == hash;
    }

    /// The first token that starts at an offset or later.
    private int first(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 1;
    }

    private static long hash(String text) {
        return Lexer.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A stretch of a file, in bytes.
    public record Range(int from, int to) {

        /// Nothing.
        public static final Range NONE = new Range(0, 0);

        /// Where a node stands.
        public static Range of(SyntaxTree tree, int node) {
            return node < 0 ? NONE : new Range(tree.start(node), tree.end(node));
        }
    }

    private static final class Names {
        private final OwnName own;
        private final long name;
        private final long owner;

        Names(OwnName own) {
            this.own = own;
            this.name = own.name().isEmpty() ? 0 : hash(own.name());
            String given = own.owner();
            this.owner = given == null ? 0 : hash(given);
        }
    }
}
