package dev.backbeat.output.junit;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Severity;
import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Located;
import dev.backbeat.output.Output;
import dev.backbeat.output.RuleText;
import dev.backbeat.output.RuleTexts;
import dev.backbeat.output.Screen;
import dev.backbeat.output.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The output `junit`.
///
/// Source: the report of Ant's JUnit task as Jenkins, GitLab and GitHub's actions read it; there is no
/// standard.
public final class JunitOutput implements Output {

    private static final int MOST_LISTED = 200;

    private final RuleTexts texts;

    /// @param texts what is said of rules
    public JunitOutput(RuleTexts texts) {
        this.texts = texts;
    }

    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String description() {
        return "the rules that were checked as test cases of a JUnit XML report";
    }

    @Override
    public String partEnding() {
        return "xml";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/xml");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        AllFindings findings = AllFindings.required(answer, id());
        List<String> rules = List.copyOf(findings.checked().keySet());
        long failed = rules.stream()
                .filter(rule -> !failures(findings.of(rule)).isEmpty())
                .count();
        long skipped = rules.stream().filter(rule -> skipped(findings, rule)).count();
        String[] sums = {
            "tests", Integer.toString(rules.size()),
            "failures", Long.toString(failed),
            "errors", "0",
        };
        XmlText xml = new XmlText(target);
        xml.open("testsuites", with(sums, "name", "Backbeat"));
        String[] counted = with(sums, "name", "backbeat." + answer.id());
        xml.open("testsuite", with(counted, "skipped", Long.toString(skipped)));
        for (String rule : rules) {
            testCase(xml, answer, findings, rule);
        }
        xml.close().close();
    }

    private void testCase(XmlText xml, Answer answer, AllFindings findings, String rule) throws IOException {
        List<Located> found = findings.of(rule);
        String title = texts.of(rule).map(RuleText::title).orElse("");
        List<String> attributes = new ArrayList<>(
                List.of("name", title.isEmpty() ? rule : rule + ": " + title, "classname", "backbeat." + answer.id()));
        xml.open("testcase", attributes.toArray(String[]::new));
        List<Located> failures = failures(found);
        if (!failures.isEmpty()) {
            Located first = failures.getFirst();
            String more = failures.size() > 1 ? " (and " + Figures.count(failures.size() - 1) + " more)" : "";
            xml.open("failure", "message", first.message() + more, "type", word(first.severity()));
            xml.text(lines(failures));
        }
        if (skipped(findings, rule)) {
            xml.element("skipped", "message", "there was nothing to check");
        }
        List<Located> others =
                found.stream().filter(finding -> !failures.contains(finding)).toList();
        if (!others.isEmpty()) {
            xml.open("system-out").text(lines(others));
        }
        xml.close();
    }

    private static List<Located> failures(List<Located> found) {
        return found.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    private static boolean skipped(AllFindings findings, String rule) {
        return findings.checked().getOrDefault(rule, 0L) == 0
                && findings.of(rule).isEmpty();
    }

    /// Each finding, where it is, and what to do.
    private static List<String> lines(List<Located> findings) {
        List<String> lines = new ArrayList<>();
        for (Located finding : findings.subList(0, Math.min(MOST_LISTED, findings.size()))) {
            lines.add(word(finding.severity()) + ": " + finding.message());
            finding.code().forEach(place -> lines.add("  at " + place));
            finding.places().forEach(place -> lines.add("  log " + place));
            if (!finding.finding().hint().isEmpty()) {
                lines.add("  hint: " + finding.finding().hint());
            }
        }
        if (findings.size() > MOST_LISTED) {
            lines.add("and " + Figures.count(findings.size() - MOST_LISTED) + " more");
        }
        return lines;
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String[] with(String[] attributes, String name, String value) {
        List<String> all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(attributes));
        return all.toArray(String[]::new);
    }
}
