package dev.backbeat.app.remote;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Questions to an engine, and what it answers, as bytes. A new question of [Engine] needs nothing here.
public final class Calls {

    private static final Set<String> REFUSED = Set.of("analyze", "forget", "relabel", "rebuild", "close");

    private Calls() {}

    /// Whether a question can be asked of a server.
    static boolean canBeAsked(Method method) {
        return !REFUSED.contains(method.getName());
    }

    /// Whether a question changes the store: `map` ties it to code anew.
    public static boolean writes(byte[] question) throws IOException {
        Object name = Wire.read(new DataInputStream(new ByteArrayInputStream(question)));
        return String.valueOf(name).startsWith("map[");
    }

    static byte[] question(Method method, @Nullable Object @Nullable [] arguments) throws IOException {
        return bytes(name(method), arguments == null ? List.of() : Arrays.asList(arguments));
    }

    /// Asks an engine.
    ///
    /// @return its answer, or its trouble
    public static byte[] ask(Engine engine, byte[] question) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(question));
        Object name = Wire.read(in);
        if (!(Wire.read(in) instanceof List<?> arguments)) {
            throw new IOException("a question ends early");
        }
        Method asked = Arrays.stream(Engine.class.getMethods())
                .filter(method -> canBeAsked(method) && name(method).equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no question " + name));
        try {
            return bytes("answer", asked.invoke(engine, arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BackbeatException known) {
                return bytes(
                        "trouble",
                        Arrays.asList(
                                known.code(), known.getMessage(), known.hint().orElse(null)));
            }
            throw new IOException(e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    static @Nullable Object answer(byte[] reply) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(reply));
        Object kind = Wire.read(in);
        Object value = Wire.read(in);
        if ("trouble".equals(kind) && value instanceof List<?> told) {
            ErrorCode code = (ErrorCode) told.getFirst();
            String message = String.valueOf(told.get(1));
            throw told.getLast() instanceof String hint
                    ? BackbeatException.withHint(code, message, hint)
                    : BackbeatException.of(code, message);
        }
        return value;
    }

    private static String name(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static byte[] bytes(Object first, @Nullable Object second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Wire.write(out, first);
        Wire.write(out, second);
        return bytes.toByteArray();
    }
}
