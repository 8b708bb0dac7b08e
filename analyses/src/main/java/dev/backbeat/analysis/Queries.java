package dev.backbeat.analysis;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Loads the `.sql` files that lie beside an analysis.
public final class Queries {

    private Queries() {}

    /// The query in the file `name` of the package of `owner`.
    public static String load(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw BackbeatException.of(ErrorCode.INTERNAL, "the resource `" + name + "` is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "the resource `" + name + "` can't be read")
                    .causedBy(e);
        }
    }
}
