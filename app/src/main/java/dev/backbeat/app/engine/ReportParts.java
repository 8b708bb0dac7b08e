package dev.backbeat.app.engine;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.inspect.CodeMap;
import dev.backbeat.inspect.Contradictions;
import dev.backbeat.inspect.FindingCode;
import dev.backbeat.inspect.InputList;
import dev.backbeat.inspect.Ledger;
import dev.backbeat.inspect.SessionList;
import dev.backbeat.inspect.StoreContent;
import dev.backbeat.inspect.claims.ReportedClaims;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Report;
import dev.backbeat.model.Scope;
import dev.backbeat.model.Tree;
import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Located;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Asks everything that can be asked without a subject, and ranks what was found.
final class ReportParts {

    private static final String ID = "report";
    private static final String QUESTION = "what is worth knowing about these logs?";
    private static final int ROWS = 50;

    /// Of lists that grow with what was read, which would fill the memory of whoever writes or opens
    /// the report; the tables say how many rows they are of.
    private static final int MOST_LISTED = 1_000;

    private static final String EMPTY = "the store is empty; read logs with `backbeat analyze <logs>`";

    private final List<Report.Part> parts = new ArrayList<>();
    private final boolean empty;

    /// @param empty whether nothing was read yet
    private ReportParts(boolean empty) {
        this.empty = empty;
    }

    /// Every answer.
    ///
    /// @param top how many findings are to be looked at first
    static Report of(List<Analysis<?, ?>> analyses, Engine engine, Store store, RawLines lines, int top) {
        ReportParts made = new ReportParts(InputList.isEmpty(store));
        made.add(
                "contradictions",
                "what was reported as completed, and yet?",
                () -> FindingCode.of(store, List.of(Contradictions.of(store, lines, Scope.everything()))));
        for (Analysis<?, ?> analysis : analyses) {
            AnalysisSpec<?> spec = analysis.spec();
            made.add(
                    spec.id(),
                    spec.question(),
                    () -> engine.ask(spec.id(), Map.of(), Scope.everything(), Resolution.STANDARD));
        }
        made.add("map", "which line of code is which handler?", () -> CodeMap.of(store, ROWS));
        made.add("claims", "do the reports of other tools agree with the logs?", () -> claims(store, lines));
        made.add("sessions", "what ran, and when?", () -> SessionList.of(store, Scope.everything(), 0, MOST_LISTED));
        made.add("ledger", "what became of every line?", () -> listed(Ledger.of(store)));
        Report all = new Report(ID, QUESTION, List.of(), made.parts, List.of());
        List<Exhibit> first = new ArrayList<>(List.of(first(all, top)));
        if (!made.empty) {
            first.add(StoreContent.of(store));
        }
        return new Report(ID, QUESTION, first, made.parts, List.of());
    }

    private static List<Exhibit> listed(List<Exhibit> exhibits) {
        return exhibits.stream()
                .map(exhibit ->
                        exhibit instanceof Exhibit.Table table && table.rows().size() > MOST_LISTED
                                ? new Exhibit.Table(
                                        table.title(),
                                        table.columns(),
                                        table.rows().subList(0, MOST_LISTED),
                                        table.total(),
                                        table.whenEmpty())
                                : exhibit)
                .toList();
    }

    private static List<Exhibit> claims(Store store, RawLines lines) {
        long reports = store.rows("SELECT count(*) AS n FROM claim_sources", row -> row.longAt("n"))
                .getFirst();
        return reports == 0
                ? List.of(new Exhibit.Findings(
                        "",
                        List.of(),
                        List.of(),
                        "no report of another tool is in the store; read one with `backbeat analyze <report>`"))
                : ReportedClaims.of(store, lines, ROWS);
    }

    private void add(String id, String question, Supplier<List<Exhibit>> answer) {
        if (empty) {
            parts.add(new Report.Part(id, question, List.of(), EMPTY));
            return;
        }
        try {
            List<Exhibit> exhibits = answer.get();
            boolean holds = exhibits.stream().anyMatch(ReportParts::holdsSomething);
            parts.add(
                    holds
                            ? new Report.Part(id, question, exhibits, "")
                            : new Report.Part(id, question, List.of(), reason(exhibits)));
        } catch (BackbeatException e) {
            String hint = e.hint().map(words -> "; " + words).orElse("");
            parts.add(new Report.Part(id, question, List.of(), e.getMessage() + hint));
        }
    }

    /// The most severe findings of all answers, each once.
    private static Exhibit first(Report report, int top) {
        AllFindings all = AllFindings.of(report.answer()).apart();
        List<Finding> ranked =
                all.ranked().stream().map(Located::finding).distinct().toList();
        List<Finding> shown = ranked.subList(0, Math.min(top, ranked.size()));
        String title = shown.size() < ranked.size()
                ? "look at this first: %d of %,d findings".formatted(shown.size(), ranked.size())
                : "look at this first";
        List<Exhibit.Findings.Checked> rules = all.checked().entrySet().stream()
                .map(rule -> new Exhibit.Findings.Checked(rule.getKey(), rule.getValue()))
                .toList();
        boolean answered =
                report.parts().stream().anyMatch(part -> part.absence().isEmpty());
        String none = answered
                ? "none of the %d rules that were checked found anything".formatted(rules.size())
                : "nothing is in the store yet; `backbeat analyze <logs>` reads logs into it";
        return new Exhibit.Findings(title, shown, rules, none);
    }

    private static boolean holdsSomething(Exhibit exhibit) {
        return switch (exhibit) {
            case Exhibit.Summary summary ->
                summary.facts().stream().anyMatch(fact -> says(fact.cell().value()));
            case Exhibit.Table table -> !table.rows().isEmpty();
            case Exhibit.Matrix matrix -> !matrix.values().isEmpty();
            case Exhibit.Timeline timeline -> !timeline.tracks().isEmpty();
            case Lanes lanes -> lanes.bars().size() > 0;
            case Tree tree -> tree.nodes().size() > 0;
            case Exhibit.Graph graph -> !graph.nodes().isEmpty();
            case Exhibit.Coverage coverage -> !coverage.files().isEmpty();
            case Exhibit.Document document -> !document.blocks().isEmpty();
            case Exhibit.Findings findings ->
                !findings.findings().isEmpty() || findings.rules().stream().anyMatch(rule -> rule.checks() > 0);
        };
    }

    private static boolean says(Cell.Value value) {
        return switch (value) {
            case Cell.Value.Count(var count) -> count != 0;
            case Cell.Value.Bytes(var bytes) -> bytes != 0;
            case Cell.Value.Duration(var nanos) -> nanos != 0;
            case Cell.Value.Share(var millionths) -> millionths != 0;
            case Cell.Value.Text(var text) -> !text.isBlank() && !text.equals("none");
            case Cell.Value.Code(var text) -> !text.isBlank();
            case Cell.Value.Spark(var values) -> !values.isEmpty();
            case Cell.Value.Unknown() -> false;
            case Cell.Value.Instant instant -> true;
            case Cell.Value.Change change -> true;
        };
    }

    /// What the first exhibit says of being empty.
    private static String reason(List<Exhibit> exhibits) {
        return exhibits.stream()
                .map(exhibit -> switch (exhibit) {
                    case Exhibit.Table table -> table.whenEmpty();
                    case Exhibit.Findings findings -> findings.whenEmpty();
                    case Exhibit.Matrix matrix -> matrix.whenEmpty();
                    case Exhibit.Timeline timeline -> timeline.whenEmpty();
                    case Lanes lanes -> lanes.whenEmpty();
                    case Tree tree -> tree.whenEmpty();
                    case Exhibit.Graph graph -> graph.whenEmpty();
                    case Exhibit.Coverage coverage -> coverage.whenEmpty();
                    case Exhibit.Summary summary -> "";
                    case Exhibit.Document document -> "";
                })
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse(EMPTY);
    }
}
