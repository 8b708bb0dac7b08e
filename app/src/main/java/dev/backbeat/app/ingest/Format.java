package dev.backbeat.app.ingest;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;

/// A format: a layout and the vocabulary of what it carries.
public record Format(Layout layout, Vocabulary vocabulary) {

    /// The name that `--format` takes.
    public String id() {
        return layout.id();
    }
}
