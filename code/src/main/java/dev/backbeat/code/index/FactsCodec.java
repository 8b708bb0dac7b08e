package dev.backbeat.code.index;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.CallKind;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.FileFacts.StateAccess;
import dev.backbeat.code.FileFacts.TestCase;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts of a file as bytes, for the cache.
final class FactsCodec {

    /// Part of the cache's key: another number makes all that was written before unknown.
    static final int VERSION = 3;

    private static final FunctionKind[] FUNCTION_KINDS = FunctionKind.values();
    private static final EntryKind[] ENTRY_KINDS = EntryKind.values();
    private static final CallKind[] CALL_KINDS = CallKind.values();

    private FactsCodec() {}

    static void write(FileFacts facts, DataOutput out) throws IOException {
        text(out, facts.language());
        out.writeInt(facts.lines());
        out.writeInt(facts.syntaxErrors());
        out.writeInt(facts.firstErrorLine());
        text(out, facts.packageName());
        each(out, facts.functions(), FactsCodec::writeFunction);
        each(out, facts.imports(), (o, value) -> {
            text(o, value.specifier());
            text(o, value.imported());
            text(o, value.local());
            o.writeBoolean(value.typeOnly());
            o.writeBoolean(value.dynamic());
            o.writeInt(value.line());
        });
        each(out, facts.exports(), (o, value) -> {
            text(o, value.exported());
            text(o, value.local());
            text(o, value.specifier());
            o.writeBoolean(value.typeOnly());
            o.writeInt(value.line());
        });
        each(out, facts.bindings(), (o, value) -> {
            text(o, value.local());
            text(o, value.alias());
            each(o, value.entries(), (p, entry) -> {
                text(p, entry.key());
                p.writeByte(entry.kind().ordinal());
                text(p, entry.target());
                p.writeInt(entry.line());
            });
            o.writeInt(value.line());
        });
        each(out, facts.calls(), (o, value) -> {
            o.writeByte(value.kind().ordinal());
            text(o, value.callee());
            text(o, value.topic());
            text(o, value.topicName());
            text(o, value.function());
            o.writeInt(value.line());
        });
        each(out, facts.stateAccesses(), (o, value) -> {
            text(o, value.key());
            o.writeBoolean(value.write());
            text(o, value.function());
            o.writeInt(value.line());
        });
        each(out, facts.tests(), (o, value) -> {
            text(o, value.title());
            o.writeInt(value.line());
        });
    }

    /// @throws java.nio.BufferUnderflowException when it is cut
    static FileFacts read(ByteBuffer in) {
        return new FileFacts(
                needed(in),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                needed(in),
                all(in, FactsCodec::readFunction),
                all(in, i -> new Import(needed(i), needed(i), needed(i), word(i), word(i), i.getInt())),
                all(in, i -> new Export(needed(i), needed(i), text(i), word(i), i.getInt())),
                all(in, i -> new Binding(needed(i), text(i), all(i, FactsCodec::readEntry), i.getInt())),
                all(in, i -> new Call(CALL_KINDS[i.get()], needed(i), text(i), text(i), needed(i), i.getInt())),
                all(in, i -> new StateAccess(needed(i), word(i), needed(i), i.getInt())),
                all(in, i -> new TestCase(needed(i), i.getInt())));
    }

    private static void writeFunction(DataOutput out, Function value) throws IOException {
        text(out, value.name());
        text(out, value.qualifiedName());
        out.writeByte(value.kind().ordinal());
        out.writeInt(value.line());
        out.writeInt(value.endLine());
        out.writeBoolean(value.topLevel());
        each(out, value.parameters(), FactsCodec::text);
        out.writeLong(value.bodyHash());
        each(out, value.shingles(), DataOutput::writeInt);
    }

    private static Function readFunction(ByteBuffer in) {
        String name = needed(in);
        String qualifiedName = needed(in);
        return new Function(
                name,
                qualifiedName.equals(name) ? name : qualifiedName,
                FUNCTION_KINDS[in.get()],
                in.getInt(),
                in.getInt(),
                word(in),
                all(in, FactsCodec::needed),
                in.getLong(),
                numbers(in));
    }

    private static List<Integer> numbers(ByteBuffer in) {
        int size = in.getInt();
        IntBuffer numbers = in.slice(in.position(), size * Integer.BYTES).asIntBuffer();
        in.position(in.position() + size * Integer.BYTES);
        // A view is enough: it is copied where it goes.
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return numbers.get(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private static Entry readEntry(ByteBuffer in) {
        return new Entry(needed(in), ENTRY_KINDS[in.get()], needed(in), in.getInt());
    }

    private static boolean word(ByteBuffer in) {
        return in.get() != 0;
    }

    private interface Writing<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    private static <T> void each(DataOutput out, List<T> values, Writing<T> writing) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(out, value);
        }
    }

    private static <T> List<T> all(ByteBuffer in, java.util.function.Function<ByteBuffer, T> reading) {
        int size = in.getInt();
        if (size == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reading.apply(in));
        }
        return values;
    }

    private static void text(DataOutput out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static String needed(ByteBuffer in) {
        String text = text(in);
        if (text == null) {
            throw new BufferUnderflowException();
        }
        return text;
    }
}
