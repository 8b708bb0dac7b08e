package dev.backbeat.app.ingest;

import dev.backbeat.model.BackbeatException;
import org.jspecify.annotations.Nullable;

/// Something that is not as it should be, while everything else was still processed.
///
/// @param message what and where
/// @param hint what to do about it
/// @param failed whether something that was asked for was not done
public record Problem(String message, @Nullable String hint, boolean failed) {

    /// An input that was asked for and could not be read.
    public static Problem of(BackbeatException trouble) {
        return new Problem(String.valueOf(trouble.getMessage()), trouble.hint().orElse(null), true);
    }

    /// Something worth knowing.
    public static Problem note(String message, String hint) {
        return new Problem(message, hint, false);
    }
}
