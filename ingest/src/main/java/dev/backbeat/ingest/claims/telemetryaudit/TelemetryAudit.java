package dev.backbeat.ingest.claims.telemetryaudit;

import dev.backbeat.ingest.claims.MarkdownReport;
import dev.backbeat.ingest.claims.ReportFigures;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportReading;
import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The report `telemetry-audit`.
public final class TelemetryAudit implements ReportFormat {

    private static final String TITLE = "# Telemetry Filter Audit Report";
    private static final Pattern SILENCE =
            Pattern.compile("- dur= *(\\d{1,15}ms) \\[[# ]*] (gap|blocked) at t= *(\\d{1,15})ms name=(.*)");
    private static final Pattern EVENT =
            Pattern.compile("- t= *(\\d{1,15})ms dur= *\\d{1,15}ms \\[[# ]*] [a-z]+ :: .*?(?: \\| abs=(\\S{10,40}))?");
    private static final Pattern GENERATED = Pattern.compile("Generated: (\\S{10}) (\\S{8}Z)(?: UTC)?");
    private static final Pattern TOTAL = Pattern.compile("- Total events: \\**(\\d{1,15})\\**");
    private static final List<Pattern> SILENT = List.of(
            Pattern.compile("- (Types|Type counts|Total duration \\(sum of durations\\)|Gap time): .*"),
            Pattern.compile("- [a-z-]+: count=\\d+ typeCounts=.*"),
            Pattern.compile("- (dead-time preset count|critical-path below-threshold events).*"),
            Pattern.compile("- .* (count=\\d+ totalDur|dur)=\\d+ms \\[[# ]*].*"),
            Pattern.compile("\\((none|no matches found|search strategy not executed)\\)"));

    @Override
    public String id() {
        return "telemetry-audit";
    }

    @Override
    public String description() {
        return "the Markdown of RenderX's `telemetry_filter_audit.py` (`telemetry_filter_audit_*.md`), read as claims";
    }

    @Override
    public boolean fits(String name, String sample) {
        return sample.startsWith(TITLE) || sample.startsWith("\uFEFF" + TITLE);
    }

    @Override
    public void read(ReportReading report) {
        report.writtenBy("telemetry_filter_audit.py");
        MarkdownReport.read(report, new Audit(report)::knows);
    }

    /// The lines of one audit. Its times count from the start of the session, which it tells only beside
    /// events.
    private static final class Audit {
        private final ReportReading report;
        private long sessionStart = Time.UNKNOWN;

        Audit(ReportReading report) {
            this.report = report;
        }

        boolean knows(MarkdownReport.Line line) {
            return head(line)
                    || silence(line)
                    || event(line)
                    || SILENT.stream()
                            .anyMatch(pattern -> pattern.matcher(line.text()).matches());
        }

        private boolean head(MarkdownReport.Line line) {
            Optional<String> source = line.after("Source:");
            source.ifPresent(file -> report.about(file.replace("`", "")));
            Matcher written = GENERATED.matcher(line.text());
            if (written.matches()) {
                ReportFigures.instant(written.group(1) + "T" + written.group(2)).ifPresent(report::writtenAt);
            }
            Matcher total = TOTAL.matcher(line.text());
            if (total.matches()) {
                report.claim(Kind.TIMELINE_EVENTS)
                        .count(Long.parseLong(total.group(1)))
                        .at(line);
            }
            return source.isPresent() || written.matches() || total.matches();
        }

        private boolean event(MarkdownReport.Line line) {
            Matcher event = EVENT.matcher(line.text());
            if (!event.matches()) {
                return false;
            }
            if (event.group(2) != null && !Time.isKnown(sessionStart)) {
                ReportFigures.instant(event.group(2)).ifPresent(at -> {
                    sessionStart = at - Long.parseLong(event.group(1)) * Time.NANOS_PER_MILLI;
                    report.startsAt(sessionStart);
                });
            }
            return true;
        }

        private boolean silence(MarkdownReport.Line line) {
            Matcher silence = SILENCE.matcher(line.text());
            Optional<ReportFigures.Span> took =
                    silence.matches() ? ReportFigures.span(silence.group(1)) : Optional.empty();
            if (took.isEmpty()) {
                return false;
            }
            long after = Long.parseLong(silence.group(3)) * Time.NANOS_PER_MILLI;
            boolean placed = Time.isKnown(sessionStart);
            boolean blocked = silence.group(2).equals("blocked");
            report.claim(blocked ? Kind.HOTSPOT : Kind.GAP)
                    .text(blocked ? silence.group(4).strip() : null)
                    .lasting(took.get())
                    .between(
                            placed ? sessionStart + after : Time.UNKNOWN,
                            placed ? sessionStart + after + took.get().nanos() : Time.UNKNOWN)
                    .each()
                    .at(line);
            return true;
        }
    }
}
