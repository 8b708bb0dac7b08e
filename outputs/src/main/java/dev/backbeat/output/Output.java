package dev.backbeat.output;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Report;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Shows exhibits in one format.
public interface Output {

    /// The name that `--output` takes, such as `terminal`.
    String id();

    /// What it writes, in one sentence.
    String description();

    /// The ending of the file that it writes when nobody names a place, such as `html`; empty where it
    /// writes to standard output.
    default Optional<String> fileEnding() {
        return Optional.empty();
    }

    /// The ending of the files that it writes to a folder, one for each table.
    default String partEnding() {
        return id();
    }

    /// The media type of what it writes, for programs that save it; empty where it writes for a screen,
    /// brings a script, or writes several files.
    default Optional<String> mediaType() {
        return Optional.empty();
    }

    /// Whether it shows what lies behind references, so that this is worth collecting.
    default boolean showsDetails() {
        return false;
    }

    /// The answers that this becomes where each has a file of its own; itself where one file holds all.
    default List<Answer> parts(Answer answer) {
        return List.of(answer);
    }

    /// Shows an answer.
    ///
    /// @throws IOException when `target` takes no more
    void write(Answer answer, Screen screen, Appendable target) throws IOException;

    /// Shows every answer there is.
    ///
    /// @throws IOException when `target` takes no more
    default void write(Report report, Screen screen, Appendable target) throws IOException {
        write(report.answer(), screen, target);
    }
}
