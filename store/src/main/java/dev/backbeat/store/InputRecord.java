package dev.backbeat.store;

import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import java.util.List;

/// What there is to say of an input once it was read to its end.
///
/// @param name the path it was given as, or `-` for standard input
/// @param format the id of the layout that read it
/// @param contentHash a 64-bit hash of its bytes after decompression
/// @param bytes its size after decompression
/// @param lines how many lines it has
/// @param readNanos when it was read, epoch nanoseconds
/// @param journal the name of its journal file in the store's folder
/// @param ledger what became of its lines: the counts sum to `lines`
/// @param rejects the lines that could not be read, the first of them where there are too many
/// @param templates the kinds of unknown lines
public record InputRecord(
        String name,
        String format,
        long contentHash,
        long bytes,
        long lines,
        long readNanos,
        String journal,
        List<LedgerEntry> ledger,
        List<Rejected> rejects,
        List<UnknownTemplate> templates) {

    /// How many lines of an input fell into a class, by the rule that decided it.
    ///
    /// @param rule the silent rule's name, the kind of event, the reason of the rejection, or `template`
    public record LedgerEntry(LineClass lineClass, String rule, long lines) {}

    /// A kind of line that no rule knows.
    ///
    /// @param template the text with its variable parts as `<*>`, redacted
    /// @param firstOffset where it was first read
    /// @param records how many records are of this kind
    /// @param lines how many lines those records have
    public record UnknownTemplate(String template, long firstOffset, long records, long lines) {}
}
