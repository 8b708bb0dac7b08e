package dev.backbeat.code.treesitter.tree;

import dev.backbeat.code.treesitter.tree.Grammar.Symbols;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSReader;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/// Reads through the classes of the library, which works wherever it does.
final class BoundReading implements Reading {

    private static final int CHUNK_BYTES = 1 << 16;

    @Override
    public void read(Symbols symbols, byte[] content, TreeBuilder builder) {
        long[] steps = {TreeBuilder.parseSteps(content.length)};
        TSReader reader = (buffer, offset, position) -> {
            int length = Math.max(0, Math.min(buffer.length, content.length - offset));
            System.arraycopy(content, offset, buffer, 0, length);
            return length;
        };
        byte[] buffer = new byte[Math.max(1, Math.min(content.length, CHUNK_BYTES))];
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(symbols.language());
            TSTree parsed = parser.parseWithOptions(
                    buffer, null, reader, TSInputEncoding.TSInputEncodingUTF8, state -> --steps[0] < 0);
            if (parsed == null) {
                builder.givenUp();
                return;
            }
            try (parsed;
                    TSTreeCursor cursor = new TSTreeCursor(parsed.getRootNode())) {
                walk(cursor, builder);
            }
        }
    }

    private static void walk(TSTreeCursor cursor, TreeBuilder builder) {
        while (true) {
            TSNode node = cursor.currentNode();
            int start = node.getStartByte();
            int end = node.getEndByte();
            TreeBuilder.Step step = builder.node(node.getSymbol(), start, end, start == end && node.isMissing());
            if (step == TreeBuilder.Step.STOP) {
                return;
            }
            boolean enter =
                    step == TreeBuilder.Step.ENTER || step == TreeBuilder.Step.ENTER_IF_BROKEN && node.hasError();
            if (enter && cursor.gotoFirstChild()) {
                builder.down();
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                if (!cursor.gotoParent()) {
                    return;
                }
                builder.up();
            }
        }
    }
}
