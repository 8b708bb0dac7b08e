package dev.backbeat.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which store, and how the answer is shown.
final class StoreOptions {

    @Option(names = "--store", paramLabel = "<dir>", description = "the folder of the store (default: .backbeat)")
    @Nullable
    String store;

    @Option(
            names = "--output",
            paramLabel = "<kind>",
            description = "the kind of output: terminal, json or html (default: terminal)")
    @Nullable
    String output;

    @Option(
            names = "--to",
            paramLabel = "<file>",
            description = "the file to write to (default: standard output; a page goes to backbeat-<answer>.html)")
    @Nullable
    String to;

    @Option(names = "--verbose", description = "show where an unexpected error comes from")
    boolean verbose;
}
