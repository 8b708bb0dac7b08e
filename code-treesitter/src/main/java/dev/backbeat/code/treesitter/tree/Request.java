package dev.backbeat.code.treesitter.tree;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/// What a parser is asked to parse, in native memory: where the text lies, how long it is, and how many steps
/// it may take. The parser calls back for it; [#POINT] is `TSPoint` and [#STATE] is `TSParseState` of its
/// header.
@SuppressWarnings("restricted")
final class Request {

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final long LENGTH_AT = ADDRESS.byteSize();
    private static final long STEPS_AT = LENGTH_AT + JAVA_LONG.byteSize();
    private static final int UTF_8 = 0;

    private static final StructLayout POINT = MemoryLayout.structLayout(JAVA_INT, JAVA_INT);
    private static final StructLayout STATE =
            MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_BOOLEAN, MemoryLayout.paddingLayout(3));

    private static final MemorySegment CHUNK = callback(
            "chunk",
            FunctionDescriptor.of(
                    ADDRESS, ADDRESS.withTargetLayout(LAYOUT), JAVA_INT, POINT, ADDRESS.withTargetLayout(JAVA_INT)));
    private static final MemorySegment IS_ENOUGH =
            callback("isEnough", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS.withTargetLayout(STATE)));

    private final Arena arena;
    private final MemorySegment request;

    /// Copies the text.
    Request(Arena arena, byte[] content) {
        MemorySegment text = arena.allocate(Math.max(1, content.length));
        MemorySegment.copy(content, 0, text, ValueLayout.JAVA_BYTE, 0, content.length);
        this.arena = arena;
        this.request = arena.allocate(LAYOUT);
        request.set(ADDRESS, 0, text);
        request.set(JAVA_LONG, LENGTH_AT, content.length);
        request.set(JAVA_LONG, STEPS_AT, TreeBuilder.parseSteps(content.length));
    }

    MemorySegment input() {
        MemorySegment input = arena.allocate(Library.INPUT);
        input.set(ADDRESS, 0, request);
        input.set(ADDRESS, ADDRESS.byteSize(), CHUNK);
        input.set(JAVA_INT, 2 * ADDRESS.byteSize(), UTF_8);
        return input;
    }

    MemorySegment options() {
        MemorySegment options = arena.allocate(Library.OPTIONS);
        options.set(ADDRESS, 0, request);
        options.set(ADDRESS, ADDRESS.byteSize(), IS_ENOUGH);
        return options;
    }

    /// Called by the parser: the text from an offset on.
    static MemorySegment chunk(MemorySegment request, int offset, MemorySegment unused, MemorySegment length) {
        long rest = Math.max(0, request.get(JAVA_LONG, LENGTH_AT) - offset);
        length.set(JAVA_INT, 0, (int) rest);
        MemorySegment text = request.get(ADDRESS, 0);
        return rest == 0 ? text : MemorySegment.ofAddress(text.address() + offset);
    }

    /// Called by the parser every hundred operations: whether it is to stop.
    static boolean isEnough(MemorySegment state) {
        MemorySegment request = state.get(ADDRESS.withTargetLayout(LAYOUT), 0);
        long steps = request.get(JAVA_LONG, STEPS_AT) - 1;
        request.set(JAVA_LONG, STEPS_AT, steps);
        return steps < 0;
    }

    private static MemorySegment callback(String method, FunctionDescriptor descriptor) {
        try {
            MethodHandle target = MethodHandles.lookup().findStatic(Request.class, method, descriptor.toMethodType());
            return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
