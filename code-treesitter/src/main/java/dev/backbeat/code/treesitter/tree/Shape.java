package dev.backbeat.code.treesitter.tree;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Set;

/// What of a language's syntax is worth entering.
///
/// @param leaves types of nodes that have no children, or none that matter
/// @param types types of nodes that are leaves unless a comment may stand in them
/// @param expressions types of nodes that are leaves where the bytes in them are all plain
/// @param statements as `expressions`, but only directly within `blocks`
/// @param blocks types of nodes whose children may be `statements`
/// @param marks finds the bytes that are not plain
public record Shape(
        Set<String> leaves,
        Set<String> types,
        Set<String> expressions,
        Set<String> statements,
        Set<String> blocks,
        Marks marks) {

    /// Copies.
    public Shape {
        leaves = Set.copyOf(leaves);
        types = Set.copyOf(types);
        expressions = Set.copyOf(expressions);
        statements = Set.copyOf(statements);
        blocks = Set.copyOf(blocks);
    }

    /// Says which bytes are not plain.
    @FunctionalInterface
    public interface Marks {

        /// Whether something that matters, or a comment, begins with this byte.
        boolean isMark(byte[] content, int at);

        /// Whether a bracket belongs to a call of one of these names, or to one whose name does not stand
        /// right before it.
        static boolean isCallOf(Set<String> names, byte[] content, int bracket) {
            int end = bracket;
            while (end > 0 && content[end - 1] <= ' ' && content[end - 1] >= 0) {
                end--;
            }
            int from = end;
            while (from > 0 && isPartOfName(content[from - 1])) {
                from--;
            }
            if (from == end) {
                int before = end > 0 ? content[end - 1] : ' ';
                return before == ')' || before == ']' || before == '>' || before == '.' || before == '`';
            }
            return names.contains(new String(content, from, end - from, StandardCharsets.ISO_8859_1));
        }

        private static boolean isPartOfName(byte character) {
            return character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9'
                    || character == '_'
                    || character == '$'
                    || character < 0;
        }

        /// The offsets of all marks.
        default BitSet of(byte[] content) {
            BitSet marks = new BitSet(content.length);
            for (int at = 0; at < content.length; at++) {
                if (isMark(content, at)) {
                    marks.set(at);
                }
            }
            return marks;
        }
    }
}
