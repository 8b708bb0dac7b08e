package dev.backbeat.analysis.coverage;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows the coverage.
final class Tables {

    private static final long WHOLE = 1_000_000;
    private static final int SHORT_COMMIT = 8;

    private Tables() {}

    static Exhibit.Summary summary(Coverage answer) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        List<Coverage.Handler> all = answer.handlers();
        fact(facts, "handlers", Cell.count(all.size()));
        fact(facts, "ran", Cell.count(count(all, one -> one.production().runs() > 0)));
        long documented = answer.observed().documented();
        fact(facts, "handler runs", Cell.count(answer.observed().runs() - documented));
        if (documented > 0) {
            fact(facts, "beats whose handler documents alone name", Cell.count(documented));
        }
        fact(facts, "observed", Cell.text(Verdicts.span(answer.observed())));
        if (answer.reports() > 0) {
            fact(facts, "called by measured tests", Cell.count(count(all, Tables::isTested)));
            long lines = all.stream().mapToLong(one -> one.tests().lines()).sum();
            long hit = all.stream().mapToLong(one -> one.tests().hitLines()).sum();
            fact(facts, "their lines that tests run", Cell.share(hit, lines));
        } else {
            fact(facts, "tests", Cell.text("not measured; give a report with `backbeat map --coverage <report>`"));
        }
        if (answer.hasCode()) {
            fact(facts, "to remove", Cell.count(count(all, one -> is(one, Coverage.Advice.REMOVE))));
            fact(facts, "to watch", Cell.count(count(all, one -> is(one, Coverage.Advice.WATCH))));
        } else {
            fact(facts, "dead code", Cell.text("not known; name the code with `backbeat map --code <dir>`"));
        }
        return new Exhibit.Summary("which handlers run, which are tested, which are dead?", facts);
    }

    private static void fact(List<Exhibit.Summary.Fact> facts, String label, Cell cell) {
        facts.add(new Exhibit.Summary.Fact(label, cell));
    }

    private static long count(List<Coverage.Handler> all, Predicate<Coverage.Handler> which) {
        return all.stream().filter(which).count();
    }

    private static boolean isTested(Coverage.Handler handler) {
        return handler.tests().tested() == Coverage.Tested.CALLED;
    }

    private static boolean is(Coverage.Handler handler, Coverage.Advice advice) {
        return handler.verdict().advice() == advice;
    }

    static Exhibit.Matrix quadrants(Coverage answer) {
        List<Long> values = new ArrayList<>();
        for (Coverage.Traffic traffic : Coverage.Traffic.values()) {
            for (Coverage.Tested tested : Coverage.Tested.values()) {
                values.add(count(
                        answer.handlers(),
                        one -> one.production().traffic() == traffic
                                && one.tests().tested() == tested));
            }
        }
        return new Exhibit.Matrix(
                "handlers by traffic and tests",
                List.of(Cell.text("hot"), Cell.text("seldom"), Cell.text("never ran")),
                List.of(
                        Cell.text("tested"),
                        Cell.text("said to be"),
                        Cell.text("only imported"),
                        Cell.text("untested")),
                values,
                Exhibit.Matrix.Quantity.COUNT,
                answer.absence());
    }

    static Exhibit.Findings findings(Coverage answer) {
        return new Exhibit.Findings(
                "findings",
                answer.findings(),
                answer.checks().stream()
                        .map(check -> new Exhibit.Findings.Checked(check.rule(), check.checks()))
                        .toList(),
                answer.absence().isEmpty() ? noFindings(answer) : answer.absence());
    }

    private static String allRan(Coverage answer) {
        return answer.hasCode()
                ? "every known handler ran"
                : "handlers that never run are known from code alone, and none was read; name it with `backbeat map --code <dir>`";
    }

    /// No finding is good news only where there was something to find it in.
    private static String noFindings(Coverage answer) {
        if (!answer.hasCode()) {
            return "no code was read, so nothing is known of tests or of what never ran; name it with `backbeat map --code <dir>`";
        }
        return answer.reports() > 0
                ? "what is hot is tested, and nothing is dead"
                : "nothing is dead; what tests run was not measured, give a report with `backbeat map --coverage <report>`";
    }

    static Exhibit.Table gaps(Coverage answer) {
        List<Coverage.Handler> gaps = answer.handlers().stream()
                .filter(one -> one.gapMillionths() > 0)
                .sorted(Comparator.comparingLong((Coverage.Handler one) -> -one.gapMillionths())
                        .thenComparing(one -> one.key().toString()))
                .toList();
        return new Exhibit.Table(
                "gaps, the first to be tested first",
                List.of(
                        Exhibit.Column.text("handler"),
                        Exhibit.Column.number("gap")
                                .noted(
                                        "untested lines × traffic × (1 + errors) × (1 + changes) / 4, each of the last three as a part of the most; traffic and changes by their logarithm"),
                        Exhibit.Column.number("runs"),
                        Exhibit.Column.number("in trouble").noted("failed or never ended"),
                        Exhibit.Column.number("changes").noted("commits that changed its file in the last 90 days"),
                        Exhibit.Column.text("tests"),
                        Exhibit.Column.text("code")),
                gaps.stream()
                        .limit(answer.top())
                        .map(one -> List.of(
                                name(one),
                                Cell.share(one.gapMillionths(), WHOLE),
                                runs(one),
                                Cell.count(one.production().troubled()),
                                one.change() == null ? Cell.unknown() : Cell.count(one.changes()),
                                tests(one),
                                code(one.place())))
                        .toList(),
                gaps.size(),
                answer.absence().isEmpty() ? "tests run every line of every handler that ran" : answer.absence());
    }

    static Exhibit.Table silent(Coverage answer) {
        List<Coverage.Handler> silent = answer.handlers().stream()
                .filter(one -> !is(one, Coverage.Advice.KEEP))
                .sorted(Comparator.comparingInt(
                                (Coverage.Handler one) -> -one.verdict().confidence())
                        .thenComparing(one -> one.key().toString()))
                .toList();
        return new Exhibit.Table(
                "handlers that did not run, the surest to be dead first",
                List.of(
                        Exhibit.Column.text("handler"),
                        Exhibit.Column.text("advice"),
                        Exhibit.Column.number("sure").noted("that nothing needs it"),
                        Exhibit.Column.text("tests"),
                        Exhibit.Column.text("code"),
                        Exhibit.Column.line("why")),
                silent.stream()
                        .limit(answer.top())
                        .map(one -> List.of(
                                name(one),
                                Cell.text(one.verdict().advice().name().toLowerCase(Locale.ROOT)),
                                Cell.share(one.verdict().confidence(), 100),
                                tests(one),
                                code(one.place() == null ? one.document() : one.place()),
                                Cell.text(one.verdict().reason())))
                        .toList(),
                silent.size(),
                answer.absence().isEmpty() ? allRan(answer) : answer.absence());
    }

    static Exhibit.Table handlers(Coverage answer) {
        List<Coverage.Handler> all = answer.handlers().stream()
                .sorted(Comparator.comparingLong(
                                (Coverage.Handler one) -> -one.production().runs())
                        .thenComparing(one -> one.key().toString()))
                .toList();
        return new Exhibit.Table(
                "handlers, the most frequent first",
                List.of(
                        Exhibit.Column.text("handler"),
                        Exhibit.Column.number("runs"),
                        Exhibit.Column.number("share"),
                        Exhibit.Column.text("first seen"),
                        Exhibit.Column.text("last seen"),
                        Exhibit.Column.text("tests"),
                        Exhibit.Column.number("lines").noted("that tests run, of those that can be run"),
                        Exhibit.Column.number("branches").noted("that tests take"),
                        Exhibit.Column.text("changed"),
                        Exhibit.Column.text("code")),
                all.stream().limit(answer.top()).map(Tables::row).toList(),
                all.size(),
                answer.absence());
    }

    private static List<Cell> row(Coverage.Handler one) {
        Coverage.Change change = one.change();
        Coverage.Tests tests = one.tests();
        return List.of(
                name(one),
                runs(one),
                Cell.share(one.production().runs(), one.production().runsOf()),
                Cell.instant(one.production().firstNanos()),
                Cell.instant(one.production().lastNanos()),
                tests(one),
                tests.lines() == 0 ? Cell.unknown() : Cell.share(tests.hitLines(), tests.lines()),
                tests.branches() == 0 ? Cell.unknown() : Cell.share(tests.takenBranches(), tests.branches()),
                change == null
                        ? Cell.unknown()
                        : Cell.code(day(change.nanos()) + " "
                                + change.commit()
                                        .substring(
                                                0,
                                                Math.min(
                                                        SHORT_COMMIT,
                                                        change.commit().length()))),
                code(one.place()));
    }

    private static String day(long nanos) {
        return LocalDate.ofEpochDay(TimeUnit.NANOSECONDS.toDays(nanos)).toString();
    }

    static Exhibit.Table paths(Coverage answer) {
        return new Exhibit.Table(
                "hot paths, the most frequent first",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.number("executions"),
                        Exhibit.Column.number("share"),
                        Exhibit.Column.number("untested").noted("of its handlers no test is known to reach"),
                        Exhibit.Column.text("handlers in the order in which they run")),
                answer.paths().stream()
                        .limit(answer.top())
                        .map(path -> List.of(
                                Cell.code(path.sequence()).to(new Reference.ToSequence(path.sequence())),
                                Cell.count(path.executions())
                                        .to(new Reference.ToExecutions(ExecutionSet.ofSequence(path.sequence()))),
                                Cell.share(path.executions(), path.executionsOf()),
                                Cell.count(path.untested()),
                                Cell.code(path.handlers().stream()
                                        .map(key -> key.handler())
                                        .collect(Collectors.joining(" → ")))))
                        .toList(),
                answer.paths().size(),
                answer.absence().isEmpty() ? "no sequence ran in what was asked" : answer.absence());
    }

    static Exhibit.Coverage files(Coverage answer) {
        Map<String, Map<String, Exhibit.Coverage.Function>> files = new TreeMap<>();
        for (Coverage.Handler one : answer.handlers()) {
            CodePlace place = one.place();
            if (place != null) {
                // Several sequences may have one function: it ran as often as all of them called it.
                files.computeIfAbsent(place.path(), path -> new TreeMap<>())
                        .merge(
                                "%08d %s".formatted(place.line(), one.key().handler()),
                                new Exhibit.Coverage.Function(
                                        name(one),
                                        place.line(),
                                        place.endLine(),
                                        one.production().runs()),
                                (first, second) -> new Exhibit.Coverage.Function(
                                        first.name(), first.line(), first.endLine(), first.runs() + second.runs()));
            }
        }
        return new Exhibit.Coverage(
                "files, with how often production ran their handlers",
                files.entrySet().stream()
                        .map(file -> new Exhibit.Coverage.Source(
                                file.getKey(), List.copyOf(file.getValue().values())))
                        .toList(),
                answer.absence().isEmpty()
                        ? "no handler is tied to code; name the code with `backbeat map --code <dir>`"
                        : answer.absence());
    }

    private static Cell name(Coverage.Handler one) {
        String plugin = one.key().plugin();
        return Cell.code((plugin.isEmpty() ? "" : plugin + ".") + one.key().handler())
                .to(new Reference.ToHandler(one.key()));
    }

    /// How often it ran; leads to the executions in which it did.
    private static Cell runs(Coverage.Handler one) {
        Cell runs = Cell.count(one.production().runs());
        return one.production().runs() == 0
                ? runs
                : runs.to(new Reference.ToExecutions(ExecutionSet.ofHandler(one.key())));
    }

    private static Cell tests(Coverage.Handler one) {
        Coverage.Tests tests = one.tests();
        String words = tests.measured() && tests.tested() == Coverage.Tested.UNTESTED
                ? "none calls it"
                : switch (tests.tested()) {
                    case CALLED -> tests.calls() > 0 ? "call it" : "run its lines";
                    case SAID -> "said, not measured";
                    case IMPORTED -> "import its file";
                    case UNTESTED -> "none known";
                };
        CodePlace first = tests.named().stream()
                .map(Coverage.Named::place)
                .filter(place -> place != null)
                .findFirst()
                .orElse(null);
        return first == null ? Cell.text(words) : Cell.text(words).to(new Reference.ToCode(first));
    }

    private static Cell code(@Nullable CodePlace place) {
        return place == null ? Cell.unknown() : Cell.code(place);
    }
}
