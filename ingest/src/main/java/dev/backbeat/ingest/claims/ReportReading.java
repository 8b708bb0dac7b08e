package dev.backbeat.ingest.claims;

import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A report while it is read: what it claims so far, and what became of each of its lines. A line that
/// says several things is of the class that matters most: rejected, then claims, then unknown, then
/// silent.
public final class ReportReading {

    static final String CLAIM = "claim";

    private static final int MOST_CLAIMS = 100_000;
    private static final int MOST_REJECTS = 10_000;
    private static final int MOST_TEMPLATES = 1_000;
    private static final int LONGEST_TEMPLATE = 200;
    private static final String OTHER = "<other>";
    private static final String MORE_CLAIMS = "beyond the limit of claims";

    private final int input;
    private final byte[] bytes;
    private final int[] starts;
    private final LineFate[] fates;
    private final List<Claim> claims = new ArrayList<>();
    private final Set<ClaimDraft.Words> said = new HashSet<>();
    private final Map<String, Integer> templates = new LinkedHashMap<>();
    private String writer = "";

    @Nullable
    private String about;

    private long startNanos = Time.UNKNOWN;
    private long endNanos = Time.UNKNOWN;
    private long writtenNanos = Time.UNKNOWN;
    private boolean complete = true;

    /// What became of a line.
    private record LineFate(LineClass lineClass, String rule) {}

    ReportReading(int input, byte[] bytes) {
        this.input = input;
        this.bytes = bytes;
        this.starts = starts(bytes);
        this.fates = new LineFate[starts.length];
    }

    private static int[] starts(byte[] bytes) {
        int[] starts = new int[64];
        int lines = 0;
        for (int from = 0; from < bytes.length; lines++) {
            starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
            starts[lines] = from;
            while (from < bytes.length && bytes[from] != '\n') {
                from++;
            }
            from++;
        }
        return Arrays.copyOf(starts, lines);
    }

    /// The report, redacted.
    byte[] bytes() {
        return bytes;
    }

    int lines() {
        return starts.length;
    }

    int lineStart(int line) {
        return starts[line];
    }

    /// Where a line ends, without its line end.
    int lineEnd(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : bytes.length;
        return end > starts[line] && bytes[end - 1] == '\n' ? end - 1 : end;
    }

    /// Says what wrote the report.
    public void writtenBy(String tool) {
        writer = tool;
    }

    /// Says which file the report is about.
    public void about(String file) {
        about = ReportFigures.cut(file);
    }

    /// Says when the session of the report begins.
    public void startsAt(long nanos) {
        startNanos = nanos;
    }

    /// Says when the session of the report ends.
    public void endsAt(long nanos) {
        endNanos = nanos;
    }

    /// Says when the report was written.
    public void writtenAt(long nanos) {
        writtenNanos = nanos;
    }

    /// Begins a claim.
    public ClaimDraft claim(Claim.Kind kind) {
        return new ClaimDraft(this, kind);
    }

    /// Adds a claim; one that says again what another said is only marked as read.
    void add(ClaimDraft draft, int offset, String pointer) {
        boolean once = !said.add(draft.words());
        boolean full = claims.size() >= MOST_CLAIMS;
        if (draft.isRepeatable() || !once) {
            if (full) {
                silent(offset, MORE_CLAIMS);
                return;
            }
            claims.add(draft.claim(claims.size(), input, offset, pointer));
        }
        read(offset);
    }

    /// Says that the line at an offset takes part in a claim.
    public void read(int offset) {
        settle(lineOf(offset), new LineFate(LineClass.EVENT, CLAIM));
    }

    /// Says that the line at an offset claims nothing of a session, by a rule with a name.
    public void silent(int offset, String rule) {
        settle(lineOf(offset), new LineFate(LineClass.SILENT, rule));
    }

    /// Says that nobody knows what the line at an offset means.
    void unknown(int offset, String template) {
        String kind = ReportFigures.cut(template, LONGEST_TEMPLATE);
        boolean room = templates.containsKey(kind) || templates.size() < MOST_TEMPLATES;
        String kept = room ? kind : OTHER;
        templates.putIfAbsent(kept, offset);
        settle(lineOf(offset), new LineFate(LineClass.UNKNOWN, kept));
    }

    /// Says that a line can't be read.
    void reject(int line, Rejected.Reason reason) {
        complete &= reason != Rejected.Reason.MALFORMED && reason != Rejected.Reason.TRUNCATED;
        fates[line] = new LineFate(LineClass.REJECTED, reason.name());
    }

    /// Says that the report ends too early.
    public void cut() {
        complete = false;
    }

    boolean isSettled(int line) {
        return fates[line] != null;
    }

    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private void settle(int line, LineFate fate) {
        LineFate known = fates[line];
        if (known == null || rank(fate.lineClass()) > rank(known.lineClass())) {
            fates[line] = fate;
        }
    }

    private static int rank(LineClass lineClass) {
        return switch (lineClass) {
            case SILENT -> 0;
            case UNKNOWN -> 1;
            case EVENT -> 2;
            case REJECTED -> 3;
        };
    }

    /// What was read. Lines that nobody said anything of are the form of the report.
    ReadReport finish(long hash, long secrets) {
        Map<LineFate, Long> lines = new LinkedHashMap<>();
        List<Rejected> rejects = new ArrayList<>();
        for (int line = 0; line < fates.length; line++) {
            LineFate fate = fates[line] == null ? new LineFate(LineClass.SILENT, "form") : fates[line];
            lines.merge(fate, 1L, Long::sum);
            if (fate.lineClass() == LineClass.REJECTED && rejects.size() < MOST_REJECTS) {
                int length = lineEnd(line) - lineStart(line);
                rejects.add(new Rejected(lineStart(line), length, Rejected.Reason.valueOf(fate.rule())));
            }
        }
        InputSummary summary =
                new InputSummary(hash, bytes.length, starts.length, secrets, counts(lines), rejects, templates(lines));
        ClaimSource source = new ClaimSource(writer, about, startNanos, endNanos, writtenNanos, complete);
        return new ReadReport(source, claims, summary);
    }

    private static List<InputSummary.RuleCount> counts(Map<LineFate, Long> lines) {
        Map<LineFate, Long> byRule = new LinkedHashMap<>();
        lines.forEach((fate, count) -> byRule.merge(
                fate.lineClass() == LineClass.UNKNOWN
                        ? new LineFate(LineClass.UNKNOWN, "template")
                        : new LineFate(fate.lineClass(), fate.rule().toLowerCase(Locale.ROOT)),
                count,
                Long::sum));
        return byRule.entrySet().stream()
                .map(entry -> new InputSummary.RuleCount(
                        entry.getKey().lineClass(), entry.getKey().rule(), entry.getValue()))
                .toList();
    }

    private List<InputSummary.Template> templates(Map<LineFate, Long> lines) {
        List<InputSummary.Template> kinds = new ArrayList<>();
        lines.forEach((fate, count) -> {
            if (fate.lineClass() == LineClass.UNKNOWN) {
                kinds.add(new InputSummary.Template(fate.rule(), templates.getOrDefault(fate.rule(), 0), count, count));
            }
        });
        return kinds;
    }
}
