package dev.backbeat.ingest.stage;

import dev.backbeat.model.Event;
import dev.backbeat.model.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a chunk holds, once it is parsed.
final class ChunkResult {

    final Chunk chunk;
    final long contentHash;
    final byte[] journalBlock;
    final int secrets;
    final List<Event> events = new ArrayList<>();
    final List<Segment> segments = new ArrayList<>();
    final long[] linesByRule;
    final List<Rejected> rejects = new ArrayList<>();
    final long[] rejectsByReason = new long[Rejected.Reason.values().length];
    final Map<String, TemplateMiner.Mined> templates;
    long lines;
    long rejectedLines;
    long midLineBytes;

    ChunkResult(
            Chunk chunk,
            long contentHash,
            byte[] journalBlock,
            int secrets,
            int rules,
            Map<String, TemplateMiner.Mined> templates) {
        this.chunk = chunk;
        this.contentHash = contentHash;
        this.journalBlock = journalBlock;
        this.secrets = secrets;
        this.linesByRule = new long[rules];
        this.templates = templates;
    }
}
