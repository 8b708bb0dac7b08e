package dev.backbeat.ingest.claims;

import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.ingest.journal.BlockCompressor;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes a report from its bytes to its claims: hashed, redacted, journalled, and only then read.
public final class ReportPass {

    /// How large a report may be, since it is read as a whole.
    public static final int MOST_BYTES = 16 << 20;

    private static final int BLOCK_BYTES = 1 << 20;

    private ReportPass() {}

    /// The bytes of a report, decompressed.
    ///
    /// @throws IOException when it can't be read to its end
    /// @throws BackbeatException `INPUT` when it is too large
    public static byte[] bytes(Source source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "the report `%s` is larger than %,d bytes".formatted(source.name(), MOST_BYTES),
                    "leave it out, and read the log that it is about");
        }
        return bytes;
    }

    /// What tells its content apart.
    public static long hash(byte[] bytes) {
        return ContentHash.of(bytes, 0, bytes.length);
    }

    /// Reads a report.
    ///
    /// @param bytes its bytes, which are redacted in place
    /// @param journal where it is kept; `null` for one that is kept already
    /// @param input the store's number of it
    public static ReadReport read(
            byte[] bytes, ReportFormat format, Redactor redactor, @Nullable JournalWriter journal, int input) {
        long hash = hash(bytes);
        int secrets = redactor.redact(bytes, 0, bytes.length);
        if (journal != null) {
            keep(journal, bytes);
        }
        ReportReading reading = new ReportReading(input, bytes);
        format.read(reading);
        return reading.finish(hash, secrets);
    }

    /// In blocks that end with lines.
    private static void keep(JournalWriter journal, byte[] bytes) {
        try (BlockCompressor compressor = new BlockCompressor()) {
            long lines = 0;
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + BLOCK_BYTES);
                while (to < bytes.length && bytes[to - 1] != '\n') {
                    to++;
                }
                byte[] block = Arrays.copyOfRange(bytes, from, to);
                journal.append(from, block.length, lines, compressor.compress(block, block.length));
                for (byte b : block) {
                    lines += b == '\n' ? 1 : 0;
                }
                from = to;
            }
            journal.sync();
        }
    }
}
