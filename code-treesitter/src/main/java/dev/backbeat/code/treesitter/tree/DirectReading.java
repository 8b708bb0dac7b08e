package dev.backbeat.code.treesitter.tree;

import dev.backbeat.code.treesitter.tree.Grammar.Symbols;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/// Reads by calling the native functions of tree-sitter themselves.
final class DirectReading implements Reading {

    /// Whether the library offers its functions.
    static boolean isPossible() {
        return Library.isOpen();
    }

    @Override
    public void read(Symbols symbols, byte[] content, TreeBuilder builder) {
        Library library = Library.open();
        try (Arena arena = Arena.ofConfined()) {
            Request request = new Request(arena, content);
            MemorySegment parser = library.newParser().call();
            MemorySegment parsed;
            try {
                library.setLanguage().call(parser, library.language(symbols.entryPoint()));
                parsed = library.parse().call(parser, MemorySegment.NULL, request.input(), request.options());
            } finally {
                library.deleteParser().call(parser);
            }
            if (parsed.equals(MemorySegment.NULL)) {
                builder.givenUp();
                return;
            }
            try {
                walk(library, parsed, builder, arena);
            } finally {
                library.deleteTree().call(parsed);
            }
        }
    }

    private static void walk(Library library, MemorySegment parsed, TreeBuilder builder, Arena arena) {
        SegmentAllocator nodes = SegmentAllocator.prefixAllocator(arena.allocate(Library.NODE));
        SegmentAllocator cursors = SegmentAllocator.prefixAllocator(arena.allocate(Library.CURSOR));
        MemorySegment root = library.rootNode().call(nodes, parsed);
        MemorySegment cursor = library.newCursor().call(cursors, root);
        // Where nothing is broken, no node needs to be asked.
        boolean broken = library.hasError().call(root);
        try {
            walk(library, cursor, builder, nodes, broken);
        } finally {
            library.deleteCursor().call(cursor);
        }
    }

    private static void walk(
            Library library, MemorySegment cursor, TreeBuilder builder, SegmentAllocator nodes, boolean broken) {
        while (true) {
            MemorySegment node = library.currentNode().call(nodes, cursor);
            int start = library.startByte().call(node);
            int end = library.endByte().call(node);
            TreeBuilder.Step step = builder.node(
                    library.symbol().call(node) & 0xFFFF,
                    start,
                    end,
                    broken && start == end && library.isMissing().call(node));
            if (step == TreeBuilder.Step.STOP) {
                return;
            }
            boolean enter = step == TreeBuilder.Step.ENTER
                    || step == TreeBuilder.Step.ENTER_IF_BROKEN
                            && broken
                            && library.hasError().call(node);
            if (enter && library.firstChild().call(cursor)) {
                builder.down();
                continue;
            }
            while (!library.nextSibling().call(cursor)) {
                if (!library.parent().call(cursor)) {
                    return;
                }
                builder.up();
            }
        }
    }
}
