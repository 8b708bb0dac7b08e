package dev.backbeat.analysis.coverage;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is worth a look. Each rule has a page in `docs/rules`.
final class CovRules {

    static final String HOT_UNTESTED = "COV001";
    static final String DEAD = "COV002";
    static final String DEAD_TESTED = "COV003";
    static final String AUDIT = "COV004";
    static final String REPORT = "COV005";
    static final String ABSENT_TESTS = "COV006";

    /// A report is of another version where more than one in this many functions is elsewhere.
    private static final int DISPLACED_PART = 5;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Coverage.Checked> checks = new ArrayList<>();

    /// All rules over an answer.
    static CovRules of(List<Coverage.Handler> handlers, Reach reach) {
        CovRules rules = new CovRules();
        boolean knowsTests = !reach.reports().isEmpty() || reach.saidByDocuments() > 0;
        long hot = 0;
        long silent = 0;
        long audited = 0;
        for (Coverage.Handler handler : handlers) {
            Boolean said = reach.audited(handler.key());
            if (handler.production().traffic() == Coverage.Traffic.HOT && knowsTests) {
                hot++;
                rules.hot(handler);
            }
            if (handler.production().traffic() == Coverage.Traffic.NEVER) {
                silent++;
                rules.dead(handler);
            }
            if (said != null && handler.tests().measured()) {
                audited++;
                rules.audit(handler, said);
            }
        }
        rules.reports(reach);
        rules.checks.addAll(List.of(
                new Coverage.Checked(HOT_UNTESTED, hot),
                new Coverage.Checked(DEAD, silent),
                new Coverage.Checked(DEAD_TESTED, silent),
                new Coverage.Checked(AUDIT, audited),
                new Coverage.Checked(REPORT, reach.reports().size()),
                new Coverage.Checked(ABSENT_TESTS, reach.saidByDocuments())));
        return rules;
    }

    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(Finding::rule)
                        .thenComparing(Comparator.comparingLong(Finding::count).reversed())
                        .thenComparing(Finding::sentence))
                .toList();
    }

    List<Coverage.Checked> checks() {
        return checks;
    }

    private void hot(Coverage.Handler handler) {
        Coverage.Tests tests = handler.tests();
        if (tests.tested() == Coverage.Tested.CALLED) {
            return;
        }
        String known = tests.measured()
                ? "no test calls it"
                : switch (tests.tested()) {
                    case SAID -> "nobody measured the tests that are said to reach it";
                    case IMPORTED -> "tests only import its file";
                    default -> "no test is known to reach it";
                };
        boolean none = tests.measured() || tests.tested() == Coverage.Tested.UNTESTED;
        add(
                HOT_UNTESTED,
                none ? Severity.WARNING : Severity.INFO,
                "%s ran %,d times%s, and %s"
                        .formatted(name(handler.key()), handler.production().runs(), troubles(handler), known),
                handler.production().runs(),
                handler,
                none
                        ? "write a test that calls it; its executions are in `backbeat executions --handler %s`"
                                .formatted(handler.key().handler())
                        : "measure them: give the report of a coverage tool with `backbeat map --coverage <report>`");
    }

    private static String troubles(Coverage.Handler handler) {
        long troubled = handler.production().troubled();
        return troubled == 0 ? "" : ", %,d of them in trouble".formatted(troubled);
    }

    private void dead(Coverage.Handler handler) {
        if (handler.verdict().advice() != Coverage.Advice.REMOVE) {
            return;
        }
        boolean tested = handler.tests().tested() == Coverage.Tested.CALLED;
        add(
                tested ? DEAD_TESTED : DEAD,
                tested ? Severity.INFO : Severity.WARNING,
                "%s can be removed%s (%d %%): %s"
                        .formatted(
                                name(handler.key()),
                                tested ? " with its tests" : "",
                                handler.verdict().confidence(),
                                handler.verdict().reason()),
                1,
                handler,
                "search for its name outside of this checkout first: what calls it from there is not seen here");
    }

    private void audit(Coverage.Handler handler, boolean said) {
        boolean called = handler.tests().tested() == Coverage.Tested.CALLED;
        if (said == called) {
            return;
        }
        add(
                AUDIT,
                Severity.WARNING,
                said
                        ? "an audit says that tests reach %s, and the measured tests never call it"
                                .formatted(name(handler.key()))
                        : "an audit says that no test reaches %s, and the measured tests call it"
                                .formatted(name(handler.key())),
                1,
                handler,
                "believe the measurement, and make the audit again");
    }

    private void reports(Reach reach) {
        for (Reach.Report report : reach.reports()) {
            if (report.matched() < report.files()) {
                add(
                        "%,d of the %,d files of `%s` were found in the checkout; not found is `%s`"
                                .formatted(report.matched(), report.files(), report.name(), report.missing()),
                        report.files() - report.matched(),
                        "a file is found where its path ends as in the report; name the checkout that was tested with `--code`");
            }
            if (report.displaced() * DISPLACED_PART > report.functions()) {
                add(
                        "%,d of the %,d functions of `%s` begin where the checkout has none"
                                .formatted(report.displaced(), report.functions(), report.name()),
                        report.displaced(),
                        "it is of another version of the code: run the tests again at this one");
            }
        }
        if (!reach.absentFiles().isEmpty()) {
            findings.add(new Finding(
                    ABSENT_TESTS,
                    Severity.INFO,
                    "documents name %,d test files that the checkout does not have, such as `%s`"
                            .formatted(
                                    reach.absentFiles().size(),
                                    reach.absentFiles().iterator().next())
                            .replace("1 test files", "1 test file"),
                    reach.absentFiles().size(),
                    List.of(),
                    "mend `testFile` in the documents, or name the checkout that has the tests with `--code`"));
        }
    }

    private void add(String sentence, long count, String hint) {
        findings.add(new Finding(REPORT, Severity.WARNING, sentence, count, List.of(), hint));
    }

    private void add(
            String rule, Severity severity, String sentence, long count, Coverage.Handler handler, String hint) {
        List<Reference> evidence = new ArrayList<>();
        CodePlace place = handler.place();
        CodePlace document = handler.document();
        if (place != null) {
            evidence.add(new Reference.ToCode(place));
        }
        if (document != null) {
            evidence.add(new Reference.ToCode(document));
        }
        evidence.add(new Reference.ToHandler(handler.key()));
        @Nullable
        String sequence =
                handler.key().sequence().isEmpty() ? null : handler.key().sequence();
        findings.add(new Finding(
                rule,
                severity,
                sentence,
                count,
                evidence,
                hint,
                new Finding.Subject(
                        sequence,
                        null,
                        handler.key(),
                        place == null ? document : place,
                        handler.production().executions(),
                        handler.production().sequenceExecutions() == 0
                                ? -1
                                : handler.production().sequenceExecutions())));
    }

    static String name(HandlerKey key) {
        return "`%s%s`%s"
                .formatted(
                        key.plugin().isEmpty() ? "" : key.plugin() + ".",
                        key.handler(),
                        key.sequence().isEmpty() || key.sequence().contains("/")
                                ? ""
                                : " of `%s`".formatted(key.sequence()));
    }
}
