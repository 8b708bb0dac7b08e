package dev.backbeat.app.cli;

import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report for people: first what became of what was read, then what the store says.
final class ReportText {

    private static final double MILLION = 1e6;
    private static final double PERCENT = 100;

    private ReportText() {}

    /// @param code whether checkouts were given
    static List<Exhibit> of(AnalyzeReport report, boolean code) {
        List<Exhibit> exhibits = new ArrayList<>();
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("read", read(report)));
        facts.add(fact("lines", lines(report)));
        facts.add(fact("rebuilt", rebuilt(report)));
        facts.add(fact("mapped", mapped(report, code)));
        if (report.claims() > 0) {
            facts.add(fact("claims", claims(report)));
        }
        if (report.inputsAlreadyKnown() > 0) {
            facts.add(fact("known", known(report)));
        }
        if (report.secretsMasked() > 0) {
            facts.add(fact("masked", number(report.secretsMasked()) + " secrets"));
        }
        exhibits.add(new Exhibit.Summary("", facts));
        exhibits.addAll(report.exhibits());
        return exhibits;
    }

    private static String read(AnalyzeReport report) {
        return String.format(
                Locale.ROOT,
                "%s of %,d %s (%.1f MB) in %.1f s",
                many(report.linesRead(), "line"),
                report.inputs().size(),
                report.inputs().size() == 1 ? "input" : "inputs",
                report.bytesRead() / MILLION,
                report.seconds());
    }

    private static String lines(AnalyzeReport report) {
        double unknown = report.linesRead() == 0 ? 0 : PERCENT * report.linesUnknown() / report.linesRead();
        return String.format(
                Locale.ROOT,
                "%,d with events, %,d silent, %,d unknown (%.2f %%), %,d rejected",
                report.linesWithEvents(),
                report.linesSilent(),
                report.linesUnknown(),
                unknown,
                report.linesRejected());
    }

    private static String rebuilt(AnalyzeReport report) {
        return String.join(
                ", ",
                many(report.sessions(), "session"),
                "%s (%s incomplete)"
                        .formatted(many(report.executions(), "execution"), number(report.executionsIncomplete())),
                many(report.beatRuns(), "beat run"),
                many(report.handlerRuns(), "handler run"),
                many(report.errors(), "error"));
    }

    private static String mapped(AnalyzeReport report, boolean code) {
        if (report.beatRuns() == 0) {
            return "nothing new; `backbeat map` shows what is in the store";
        }
        return number(report.beatRunsMapped()) + " of " + number(report.beatRuns())
                + " beat runs to code"
                + (report.beatRunsMapped() > 0
                        ? ""
                        : code
                                ? ": none of its handlers was found in the code that was given; `backbeat map` says why"
                                : ", give the checkout with `--code`");
    }

    private static String claims(AnalyzeReport report) {
        long reports =
                report.inputs().stream().filter(input -> input.claims() > 0).count();
        return number(report.claims()) + " of " + number(reports) + (reports == 1 ? " report" : " reports")
                + " of other tools; `backbeat claims` compares them with the logs";
    }

    private static String known(AnalyzeReport report) {
        String example = report.inputs().stream()
                .filter(InputReport::isKnown)
                .findFirst()
                .map(input -> input.name().equals(input.knownAs())
                        ? "`" + input.name() + "` was read before"
                        : "`" + input.name() + "` is `" + input.knownAs() + "`")
                .orElse("");
        return number(report.inputsAlreadyKnown()) + " of "
                + number(report.inputs().size())
                + " inputs added nothing, the store holds what they hold: " + example
                + (report.inputsAlreadyKnown() > 1 ? ", …" : "");
    }

    private static Exhibit.Summary.Fact fact(String label, String text) {
        return new Exhibit.Summary.Fact(label, Cell.text(text));
    }

    private static String many(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
