package dev.backbeat.output;

import dev.backbeat.model.Answer;
import java.io.IOException;
import java.util.Optional;

/// Shows exhibits in one format.
public interface Output {

    /// The name that `--output` takes, such as `terminal`.
    String id();

    /// What it writes, in one sentence.
    String description();

    /// The ending of the file that it writes when nobody names a place, such as `html`; empty where it
    /// writes to
    /// standard output.
    default Optional<String> fileEnding() {
        return Optional.empty();
    }

    /// Whether it shows what lies behind references, so that this is worth collecting.
    default boolean showsDetails() {
        return false;
    }

    /// Shows an answer.
    ///
    /// @throws IOException when `target` takes no more
    void write(Answer answer, Screen screen, Appendable target) throws IOException;
}
