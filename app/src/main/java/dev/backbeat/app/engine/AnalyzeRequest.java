package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.ingest.redaction.RedactionRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to read.
///
/// @param folder what relative paths are relative to
/// @param paths files, folders, or `-` for standard input
/// @param format the format's name, absent where it is to be found out
/// @param builds which build they are of
/// @param code the folders of checkouts that ran; none for those that were given last
/// @param coverage reports of coverage tools; none to keep what is known
/// @param redaction what to mask
/// @param gapNanos the shortest silence that is told
/// @param top how many bottlenecks are ranked
public record AnalyzeRequest(
        Path folder,
        List<String> paths,
        @Nullable String format,
        BuildRules builds,
        List<Path> code,
        List<Path> coverage,
        RedactionRules redaction,
        long gapNanos,
        int top) {}
