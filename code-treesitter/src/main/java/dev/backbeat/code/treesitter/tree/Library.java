package dev.backbeat.code.treesitter.tree;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSParser;

/// The functions of tree-sitter's C interface that are needed to parse and to read a tree, as of version
/// 0.26.
///
/// The structs are those of its header: [#NODE] is `TSNode`, [#CURSOR] is `TSTreeCursor`, [#INPUT] is
/// `TSInput`, [#OPTIONS] is `TSParseOptions`.
@SuppressWarnings("restricted")
record Library(
        Open newParser,
        Close deleteParser,
        SetLanguage setLanguage,
        Parse parse,
        Close deleteTree,
        Make rootNode,
        Make newCursor,
        Close deleteCursor,
        Make currentNode,
        Ask firstChild,
        Ask nextSibling,
        Ask parent,
        Ask isMissing,
        Ask hasError,
        Symbol symbol,
        Offset startByte,
        Offset endByte,
        Map<String, MemorySegment> languages) {

    static final StructLayout NODE =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(4, JAVA_INT), ADDRESS, ADDRESS);
    static final StructLayout CURSOR = MemoryLayout.structLayout(
            ADDRESS, ADDRESS, MemoryLayout.sequenceLayout(3, JAVA_INT), MemoryLayout.paddingLayout(4));
    static final StructLayout INPUT =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);
    static final StructLayout OPTIONS = MemoryLayout.structLayout(ADDRESS, ADDRESS);
    private static final @Nullable Library OPENED = opened();

    /// Whether the library offers its functions.
    static boolean isOpen() {
        return OPENED != null;
    }

    /// The library.
    static Library open() {
        if (OPENED == null) {
            throw new IllegalStateException("the library hides its functions");
        }
        return OPENED;
    }

    /// A grammar, by the function that gives it.
    MemorySegment language(String entryPoint) {
        return languages.computeIfAbsent(
                entryPoint,
                name -> handle(Open.class, name, FunctionDescriptor.of(ADDRESS)).call());
    }

    private static @Nullable Library opened() {
        // Making a parser loads the library.
        new TSParser().close();
        if (SymbolLookup.loaderLookup().find("ts_parser_new").isEmpty()) {
            return null;
        }
        FunctionDescriptor close = FunctionDescriptor.ofVoid(ADDRESS);
        FunctionDescriptor move = FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS);
        FunctionDescriptor ask = FunctionDescriptor.of(JAVA_BOOLEAN, NODE);
        FunctionDescriptor offset = FunctionDescriptor.of(JAVA_INT, NODE);
        return new Library(
                handle(Open.class, "ts_parser_new", FunctionDescriptor.of(ADDRESS)),
                handle(Close.class, "ts_parser_delete", close),
                handle(
                        SetLanguage.class,
                        "ts_parser_set_language",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS)),
                handle(
                        Parse.class,
                        "ts_parser_parse_with_options",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, INPUT, OPTIONS)),
                handle(Close.class, "ts_tree_delete", close),
                quick(Make.class, "ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS)),
                quick(Make.class, "ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE)),
                quick(Close.class, "ts_tree_cursor_delete", close),
                quick(Make.class, "ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS)),
                quick(Ask.class, "ts_tree_cursor_goto_first_child", move),
                quick(Ask.class, "ts_tree_cursor_goto_next_sibling", move),
                quick(Ask.class, "ts_tree_cursor_goto_parent", move),
                quick(Ask.class, "ts_node_is_missing", ask),
                quick(Ask.class, "ts_node_has_error", ask),
                quick(Symbol.class, "ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE)),
                quick(Offset.class, "ts_node_start_byte", offset),
                quick(Offset.class, "ts_node_end_byte", offset),
                new ConcurrentHashMap<>());
    }

    private static <T> T handle(Class<T> type, String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment function = SymbolLookup.loaderLookup().findOrThrow(name);
        MethodHandle handle = Linker.nativeLinker().downcallHandle(function, descriptor, options);
        return MethodHandleProxies.asInterfaceInstance(type, handle);
    }

    /// For functions that return at once and never call back.
    private static <T> T quick(Class<T> type, String name, FunctionDescriptor descriptor) {
        return handle(type, name, descriptor, Linker.Option.critical(false));
    }

    /// Makes something, or gives it.
    public interface Open {
        MemorySegment call();
    }

    /// Frees something.
    public interface Close {
        void call(MemorySegment what);
    }

    /// Says whether the parser can work with a grammar.
    public interface SetLanguage {
        boolean call(MemorySegment parser, MemorySegment language);
    }

    /// Parses.
    public interface Parse {
        MemorySegment call(MemorySegment parser, MemorySegment oldTree, MemorySegment input, MemorySegment options);
    }

    /// Makes a struct.
    public interface Make {
        MemorySegment call(SegmentAllocator allocator, MemorySegment from);
    }

    /// Asks for yes or no.
    public interface Ask {
        boolean call(MemorySegment what);
    }

    /// Asks for a number below 65536.
    public interface Symbol {
        short call(MemorySegment node);
    }

    /// Asks for an offset.
    public interface Offset {
        int call(MemorySegment node);
    }
}
