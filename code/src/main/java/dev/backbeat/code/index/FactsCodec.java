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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts of a file as bytes, for the cache.
final class FactsCodec {

    /// Part of the cache's key: another number makes all that was written before unknown.
    static final int VERSION = 1;

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

    static FileFacts read(DataInput in) throws IOException {
        return new FileFacts(
                needed(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                needed(in),
                all(in, FactsCodec::readFunction),
                all(in, i -> new Import(needed(i), needed(i), needed(i), i.readBoolean(), i.readBoolean(), i.readInt())),
                all(in, i -> new Export(needed(i), needed(i), text(i), i.readBoolean(), i.readInt())),
                all(in, i -> new Binding(needed(i), text(i), all(i, FactsCodec::readEntry), i.readInt())),
                all(
                        in,
                        i -> new Call(
                                CALL_KINDS[i.readByte()], needed(i), text(i), text(i), needed(i), i.readInt())),
                all(in, i -> new StateAccess(needed(i), i.readBoolean(), needed(i), i.readInt())),
                all(in, i -> new TestCase(needed(i), i.readInt())));
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

    private static Function readFunction(DataInput in) throws IOException {
        return new Function(
                needed(in),
                needed(in),
                FUNCTION_KINDS[in.readByte()],
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                all(in, FactsCodec::needed),
                in.readLong(),
                all(in, DataInput::readInt));
    }

    private static Entry readEntry(DataInput in) throws IOException {
        return new Entry(needed(in), ENTRY_KINDS[in.readByte()], needed(in), in.readInt());
    }

    private interface Writing<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    private interface Reading<T> {
        T read(DataInput in) throws IOException;
    }

    private static <T> void each(DataOutput out, List<T> values, Writing<T> writing) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(out, value);
        }
    }

    private static <T> List<T> all(DataInput in, Reading<T> reading) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reading.read(in));
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

    private static @Nullable String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String needed(DataInput in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }
}
