package dev.backbeat.measure.petri;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads place/transition nets from PNML (ISO/IEC 15909-2), as ProM, PM4Py and others write them.
///
/// - The file has to hold one net; its pages are one net, and references lead to what they refer to.
/// - A transition without a name is called by its id. It is invisible where its name is empty, or where a
///   `toolspecific` part says `activity="$invisible$"`, as ProM and PM4Py do.
/// - The end is the net's one final marking, from `finalmarkings`; without one, a token in the only place
///   that no arc leaves.
/// - What only a larger kind of net has (inhibitor and reset arcs, token types other than one) is an error.
/// - A document type, and so any entity, is refused. No file may have more than [#MOST_BYTES] bytes,
///   [#MOST_NODES] places and transitions, [#MOST_ARCS] arcs, or be nested deeper than [#DEEPEST].
public final class PnmlReader {

    /// How large a file may be.
    public static final int MOST_BYTES = 64 << 20;

    /// How many places and transitions a net may have.
    public static final int MOST_NODES = 20_000;

    /// How many arcs a net may have, each counted as often as it weighs.
    public static final int MOST_ARCS = 200_000;

    /// How deep elements may lie in others.
    public static final int DEEPEST = 60;

    private PnmlReader() {}

    /// Reads a file.
    ///
    /// @throws BackbeatException `INPUT` with the line when it is no such net
    public static PetriNet read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` can't be read: %s".formatted(file, e.getMessage()),
                            "name a PNML file that is there")
                    .causedBy(e);
        }
    }

    /// Reads a stream.
    ///
    /// @param name how it is called in messages
    /// @throws IOException when it can't be read to its end
    /// @throws BackbeatException `INPUT` with the line when it is no such net
    public static PetriNet read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "`%s` is larger than %,d bytes".formatted(name, MOST_BYTES),
                    "check against a smaller model");
        }
        return new PnmlParts(name, PnmlElements.read(name, bytes)).net();
    }
}
