package dev.backbeat.inspect.claims;

/// Whether what is claimed is so.
enum Verdict {
    /// The logs say something else.
    CONTRADICTED("contradicted"),
    /// The logs say the same.
    AGREES("agrees"),
    /// Nothing in the store says it.
    CANNOT_TELL("cannot tell");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
