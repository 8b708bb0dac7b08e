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
            description = "the kind of output, see `backbeat outputs` (default: terminal)")
    @Nullable
    String output;

    @Option(
            names = "--to",
            paramLabel = "<file>",
            description = "the file to write to, or a folder with a `/` at its end (default: standard output; a page"
                    + " goes to backbeat-<answer>.html)")
    @Nullable
    String to;

    @Option(
            names = "--table",
            paramLabel = "<table>",
            description = "which table `--output csv` writes, by number or words of its title")
    @Nullable
    String table;

    @Option(names = "--verbose", description = "show where an unexpected error comes from")
    boolean verbose;
}
