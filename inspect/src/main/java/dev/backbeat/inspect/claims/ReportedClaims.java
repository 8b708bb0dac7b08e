package dev.backbeat.inspect.claims;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What reports of other tools claim, and whether the logs agree.
public final class ReportedClaims {

    private static final String HAS_REPORTS = "SELECT count(*) AS reports FROM claim_sources";
    private static final String NONE =
            "no report of another tool is in the store; read one with `backbeat analyze <report>`";

    private ReportedClaims() {}

    /// The findings alone and in short; empty where no report is in the store.
    public static Optional<Exhibit> findings(Store store, RawLines rawLines) {
        long reports = store.rows(HAS_REPORTS, row -> row.longAt("reports")).getFirst();
        return reports == 0
                ? Optional.empty()
                : Optional.of(new ClaimFindings(rawLines).inShort(JudgedReport.all(store)));
    }

    /// All reports.
    ///
    /// @param top how many claims are shown at most
    public static List<Exhibit> of(Store store, RawLines rawLines, int top) {
        return exhibits(JudgedReport.all(store), rawLines, top);
    }

    /// One report.
    ///
    /// @param input the store's number of it
    public static List<Exhibit> of(Store store, RawLines rawLines, int top, int input) {
        return exhibits(
                JudgedReport.all(store).stream()
                        .filter(judged -> judged.report().input() == input)
                        .toList(),
                rawLines,
                top);
    }

    private static List<Exhibit> exhibits(List<JudgedReport> reports, RawLines rawLines, int top) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(summary(reports));
        exhibits.add(reports(reports));
        exhibits.add(claims(reports, rawLines, top));
        exhibits.add(new ClaimFindings(rawLines).of(reports));
        return exhibits;
    }

    private static Exhibit summary(List<JudgedReport> reports) {
        long compared =
                reports.stream().filter(report -> report.match().log() != null).count();
        long claims =
                reports.stream().mapToLong(report -> report.judgements().size()).sum();
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("reports", "%,d; the logs of %,d are in the store".formatted(reports.size(), compared)));
        facts.add(fact(
                "claims",
                "%,d: %,d contradicted, %,d agree, of %,d nothing tells"
                        .formatted(
                                claims,
                                count(reports, Verdict.CONTRADICTED),
                                count(reports, Verdict.AGREES),
                                count(reports, Verdict.CANNOT_TELL))));
        return new Exhibit.Summary("what other tools report", facts);
    }

    private static long count(List<JudgedReport> reports, Verdict verdict) {
        return reports.stream().mapToLong(report -> report.count(verdict)).sum();
    }

    private static Exhibit.Summary.Fact fact(String label, String text) {
        return new Exhibit.Summary.Fact(label, Cell.text(text));
    }

    private static Exhibit reports(List<JudgedReport> reports) {
        List<List<Cell>> rows = reports.stream()
                .map(judged -> List.of(
                        Cell.count(judged.report().input())
                                .to(new Reference.ToInput(judged.report().input())),
                        Cell.code(judged.report().shortName()
                                + (judged.report().source().complete() ? "" : " (cut)")),
                        Cell.code(judged.report().source().writer()),
                        log(judged.match()),
                        Cell.text(judged.match().why()),
                        Cell.count(judged.count(Verdict.CONTRADICTED)),
                        Cell.count(judged.count(Verdict.AGREES)),
                        Cell.count(judged.count(Verdict.CANNOT_TELL))))
                .toList();
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.number("input"),
                Exhibit.Column.text("report"),
                Exhibit.Column.text("written by"),
                Exhibit.Column.text("log"),
                Exhibit.Column.text("how it is known"),
                Exhibit.Column.number("contradicted"),
                Exhibit.Column.number("agree"),
                Exhibit.Column.number("cannot tell"));
        return Exhibit.Table.of("reports", columns, rows, NONE);
    }

    private static Cell log(Matching.Match match) {
        Log log = match.log();
        return log == null ? Cell.unknown() : Cell.code(log.shortName()).to(new Reference.ToInput(log.input()));
    }

    /// The contradicted ones first, and within a verdict in the order of the reports.
    private static Exhibit claims(List<JudgedReport> reports, RawLines rawLines, int top) {
        List<Judgement> judgements = reports.stream()
                .flatMap(report -> report.judgements().stream())
                .sorted(Comparator.comparing(Judgement::verdict).thenComparing(judgement -> judgement.rule() == null))
                .toList();
        List<List<Cell>> rows = judgements.stream()
                .limit(Math.max(0, top))
                .map(judgement -> row(judgement, rawLines))
                .toList();
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("where"),
                Exhibit.Column.text("claim"),
                Exhibit.Column.text("of"),
                Exhibit.Column.number("says"),
                Exhibit.Column.text("verdict"),
                Exhibit.Column.text("what the logs say"),
                Exhibit.Column.text("evidence"));
        return new Exhibit.Table("claims", columns, rows, judgements.size(), NONE);
    }

    private static List<Cell> row(Judgement judgement, RawLines rawLines) {
        Claim claim = judgement.claim();
        String subject = ClaimWords.subject(claim);
        return List.of(
                Cell.place(rawLines.place(claim.origin())),
                Cell.text(ClaimWords.of(claim.kind())),
                subject.isEmpty() ? Cell.unknown() : Cell.code(subject),
                ClaimWords.said(claim),
                Cell.text(judgement.verdict().words()),
                Cell.text(judgement.said()),
                judgement.evidence().isEmpty()
                        ? Cell.unknown()
                        : Cell.place(rawLines.place(judgement.evidence().getFirst())));
    }
}
