package dev.backbeat.ingest.stage;

import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import java.util.List;
import java.util.Map;

/// What there is to say of an input that was read to its end.
///
/// @param contentHash of its bytes as they were before redaction
/// @param bytes its size after decompression
/// @param lines how many lines it has
/// @param secrets how many secrets were masked
/// @param counts the lines by class and rule; they sum to `lines`
/// @param rejects the lines that could not be read, the first of them where there are too many
/// @param templates the kinds of unknown lines, redacted, the most frequent first
public record InputSummary(
        long contentHash,
        long bytes,
        long lines,
        long secrets,
        List<RuleCount> counts,
        List<Rejected> rejects,
        List<Template> templates) {

    /// Lines of one class under one rule.
    public record RuleCount(LineClass lineClass, String rule, long lines) {}

    /// A kind of unknown line.
    public record Template(String text, long firstOffset, long records, long lines) {}

    static List<Template> templates(Map<String, TemplateMiner.Mined> mined) {
        return mined.entrySet().stream()
                .map(entry -> new Template(
                        entry.getKey(),
                        entry.getValue().firstOffset(),
                        entry.getValue().records(),
                        entry.getValue().lines()))
                .sorted((a, b) -> a.lines() != b.lines()
                        ? Long.compare(b.lines(), a.lines())
                        : Long.compare(a.firstOffset(), b.firstOffset()))
                .toList();
    }
}
