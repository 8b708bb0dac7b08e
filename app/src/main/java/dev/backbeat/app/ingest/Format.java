package dev.backbeat.app.ingest;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.decoding.Decoding;

/// A format: a layout and the vocabulary of what it carries.
///
/// @param decoding how an input becomes lines where it has none
public record Format(Layout layout, Vocabulary vocabulary, Decoding decoding) {

    /// A format of inputs that are lines.
    public Format(Layout layout, Vocabulary vocabulary) {
        this(layout, vocabulary, Decoding.NONE);
    }

    /// The name that `--format` takes.
    public String id() {
        return layout.id();
    }
}
