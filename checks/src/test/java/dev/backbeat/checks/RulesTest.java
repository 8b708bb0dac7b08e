package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every rule of a finding has a page, and every page a rule.
class RulesTest {

    private static final Pattern IN_CODE = Pattern.compile("\"([A-Z]{3,5}\\d{3})\"");
    private static final Pattern PAGE = Pattern.compile("docs/rules/([A-Z]{3,5}\\d{3})\\.md");

    @Test
    void everyRuleHasAPageThatSaysWhatToDo() {
        Set<String> rules = new TreeSet<>();
        for (Path source : Tree.mainSources()) {
            Matcher rule = IN_CODE.matcher(Tree.text(source));
            while (rule.find()) {
                rules.add(rule.group(1));
            }
        }
        assertThat(rules).contains("EXEC001", "PERF001");
        assertThat(pages()).containsExactlyElementsOf(rules);
        String list = Tree.text(Path.of("docs/rules/README.md"));
        for (String rule : rules) {
            String page = Tree.text(Path.of("docs/rules/" + rule + ".md"));
            assertThat(page).as(rule).startsWith("# " + rule + ": ");
            assertThat(page).as(rule).contains("**What.**", "**Why it matters.**", "**Example.**", "**What to do.**");
            assertThat(list)
                    .contains("(" + rule + ".md): "
                            + page.lines().findFirst().orElseThrow().substring(rule.length() + 4));
        }
    }

    private static Set<String> pages() {
        return Tree.endingIn(".md").stream()
                .map(file -> PAGE.matcher(Tree.slashed(file)))
                .filter(Matcher::matches)
                .map(page -> page.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
