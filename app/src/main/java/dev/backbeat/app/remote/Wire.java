package dev.backbeat.app.remote;

import dev.backbeat.model.Numbers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values of the engine as bytes, exactly: records and enums of Backbeat, and what they are made of. Nothing else
/// can be named in the bytes, so nothing else is made of them.
final class Wire {

    private static final String OURS = "dev.backbeat.";

    private Wire() {}

    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case String text -> text(out, 's', text);
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeLong(Double.doubleToRawLongBits(number));
            }
            case Boolean bool -> out.writeByte(bool ? 'T' : 'F');
            case Enum<?> word -> {
                text(out, 'e', word.getDeclaringClass().getName());
                text(out, 's', word.name());
            }
            case Record record -> record(out, record);
            case List<?> list -> all(out, 'L', list.size(), list);
            case Set<?> set -> all(out, 'S', set.size(), set);
            case Map<?, ?> map -> {
                out.writeByte('M');
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(out, entry.getKey());
                    write(out, entry.getValue());
                }
            }
            case Path path -> text(out, 'p', path.toString());
            case Numbers numbers -> {
                long[] all = numbers.stream().toArray();
                out.writeByte('N');
                out.writeInt(all.length);
                for (long number : all) {
                    out.writeLong(number);
                }
            }
            default -> optional(out, value);
        }
    }

    private static void optional(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Optional<?> some -> wrapped(out, 'o', some.orElse(null));
            case OptionalLong some -> wrapped(out, 'x', some.isPresent() ? some.getAsLong() : null);
            case OptionalInt some -> wrapped(out, 'y', some.isPresent() ? some.getAsInt() : null);
            case OptionalDouble some -> wrapped(out, 'z', some.isPresent() ? some.getAsDouble() : null);
            default -> throw new IOException("`" + value.getClass().getName() + "` can't be sent");
        }
    }

    private static void wrapped(DataOutputStream out, char tag, @Nullable Object value) throws IOException {
        out.writeByte(tag);
        write(out, value);
    }

    private static void text(DataOutputStream out, char tag, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void all(DataOutputStream out, char tag, int size, Iterable<?> values) throws IOException {
        out.writeByte(tag);
        out.writeInt(size);
        for (Object value : values) {
            write(out, value);
        }
    }

    private static void record(DataOutputStream out, Record record) throws IOException {
        text(out, 'r', record.getClass().getName());
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                write(out, component.getAccessor().invoke(record));
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        char tag = (char) in.readUnsignedByte();
        return switch (tag) {
            case '0' -> null;
            case 's' -> text(in);
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 'd' -> Double.longBitsToDouble(in.readLong());
            case 'T' -> true;
            case 'F' -> false;
            case 'e' -> word(text(in), String.valueOf(read(in)));
            case 'r' -> record(in, ours(text(in)));
            case 'L' -> Collections.unmodifiableList(values(in));
            case 'S' -> new LinkedHashSet<>(values(in));
            case 'M' -> map(in);
            case 'p' -> Path.of(text(in));
            case 'N' -> numbers(in);
            case 'o' -> Optional.ofNullable(read(in));
            case 'x' -> read(in) instanceof Long some ? OptionalLong.of(some) : OptionalLong.empty();
            case 'y' -> read(in) instanceof Integer some ? OptionalInt.of(some) : OptionalInt.empty();
            case 'z' -> read(in) instanceof Double some ? OptionalDouble.of(some) : OptionalDouble.empty();
            default -> throw new IOException("there is no tag " + (int) tag);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        int size = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, size));
        if (bytes.length != size) {
            throw new IOException("a text ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<@Nullable Object> values(DataInputStream in) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(read(in));
        }
        return values;
    }

    private static Map<@Nullable Object, @Nullable Object> map(DataInputStream in) throws IOException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Object key = read(in);
            map.put(key, read(in));
        }
        return map;
    }

    private static Numbers numbers(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available() / Long.BYTES) {
            throw new IOException("numbers end early");
        }
        long[] all = new long[size];
        for (int i = 0; i < size; i++) {
            all[i] = in.readLong();
        }
        return Numbers.of(all);
    }

    private static Class<?> ours(String name) throws IOException {
        if (!name.startsWith(OURS)) {
            throw new IOException("`" + name + "` can't be sent");
        }
        try {
            return Class.forName(name, false, Wire.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static Object word(String type, String name) throws IOException {
        Object[] words = ours(type).getEnumConstants();
        for (Object word : words == null ? new Object[0] : words) {
            if (((Enum<?>) word).name().equals(name)) {
                return word;
            }
        }
        throw new IOException("there is no `" + name + "` of `" + type + "`");
    }

    private static Object record(DataInputStream in, Class<?> type) throws IOException {
        if (!type.isRecord()) {
            throw new IOException("`" + type.getName() + "` is no record");
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(in);
        }
        try {
            var made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
