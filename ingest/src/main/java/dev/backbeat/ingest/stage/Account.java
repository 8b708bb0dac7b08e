package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an input's chunks add up to: its lines by class and rule, its hash, and what could not be read.
final class Account {

    /// How many rejected lines of an input are kept with their offset; all are counted.
    static final int MAX_REJECTS_KEPT = 10_000;

    private final List<Vocabulary.Rule> rules;
    private final long[] linesByRule;
    private final long[] rejectsByReason;
    private final List<Rejected> rejects;
    private final Map<String, TemplateMiner.Mined> templates = TemplateMiner.empty();
    private long lines;
    private long bytes;
    private long secrets;
    private long hash;

    /// @param rules those of the vocabulary, which chunks count by
    Account(List<Vocabulary.Rule> rules) {
        this.rules = rules;
        this.linesByRule = new long[rules.size() + 1];
        this.rejectsByReason = new long[Rejected.Reason.values().length];
        this.rejects = new ArrayList<>();
    }

    private Account(Account other) {
        this.rules = other.rules;
        this.linesByRule = other.linesByRule.clone();
        this.rejectsByReason = other.rejectsByReason.clone();
        this.rejects = new ArrayList<>(other.rejects);
        this.templates.putAll(other.templates);
        this.lines = other.lines;
        this.bytes = other.bytes;
        this.secrets = other.secrets;
        this.hash = other.hash;
    }

    /// Another one that goes on from here by itself.
    Account copy() {
        return new Account(this);
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes;
    }

    /// Adds a chunk; chunks come in order.
    void add(ChunkResult chunk) {
        lines += chunk.lines;
        bytes += chunk.chunk.length();
        secrets += chunk.secrets;
        hash = ContentHash.combine(hash, chunk.contentHash);
        for (int i = 0; i < linesByRule.length; i++) {
            linesByRule[i] += chunk.linesByRule[i];
        }
        for (int i = 0; i < rejectsByReason.length; i++) {
            rejectsByReason[i] += chunk.rejectsByReason[i];
        }
        if (chunk.midLineBytes > 0 && !rejects.isEmpty()) {
            Rejected longLine = rejects.removeLast();
            rejects.add(new Rejected(longLine.offset(), longLine.length() + chunk.midLineBytes, longLine.reason()));
        }
        for (Rejected rejected : chunk.rejects) {
            if (rejects.size() < MAX_REJECTS_KEPT) {
                rejects.add(rejected);
            }
        }
        chunk.templates.forEach((template, mined) -> TemplateMiner.add(templates, template, mined));
    }

    /// What there is to say of the chunks so far.
    InputSummary summary() {
        List<InputSummary.RuleCount> counts = new ArrayList<>();
        for (int i = 0; i < linesByRule.length; i++) {
            boolean blank = i == rules.size();
            LineClass lineClass = !blank && rules.get(i).event() ? LineClass.EVENT : LineClass.SILENT;
            if (linesByRule[i] > 0) {
                counts.add(new InputSummary.RuleCount(
                        lineClass, blank ? "blank-line" : rules.get(i).name(), linesByRule[i]));
            }
        }
        long unknown = templates.values().stream()
                .mapToLong(TemplateMiner.Mined::lines)
                .sum();
        if (unknown > 0) {
            counts.add(new InputSummary.RuleCount(LineClass.UNKNOWN, "template", unknown));
        }
        for (Rejected.Reason reason : Rejected.Reason.values()) {
            if (rejectsByReason[reason.ordinal()] > 0) {
                String rule = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
                counts.add(new InputSummary.RuleCount(LineClass.REJECTED, rule, rejectsByReason[reason.ordinal()]));
            }
        }
        return new InputSummary(
                ContentHash.finish(ContentHash.combine(hash, bytes)),
                bytes,
                lines,
                secrets,
                List.copyOf(counts),
                List.copyOf(rejects),
                InputSummary.templates(templates));
    }
}
