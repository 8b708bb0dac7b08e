package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.catalog.DocumentFormat.Parsed;
import dev.backbeat.code.catalog.TestAudit;
import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the audits of tests that tools of RenderX write: `comprehensive-audit.json`, which has
/// `handlerCoverage.withTests` and `withoutTests`, and `ir-handler-tests.json`, which has `handlerTestMap`.
final class TestAudits {

    private static final String AUDIT = "comprehensive-audit.json";
    private static final String HANDLER_TESTS = "ir-handler-tests.json";

    private TestAudits() {}

    static boolean isAudit(String path) {
        return path.endsWith(AUDIT) || path.endsWith(HANDLER_TESTS);
    }

    /// The audits among files, in their order.
    static List<TestAudit> of(List<Parsed> files) {
        return files.stream()
                .filter(file -> isAudit(file.path()))
                .map(file -> file.path().endsWith(AUDIT)
                        ? new TestAudit("audit", file.path(), functions(file.content()))
                        : new TestAudit("handler_tests", file.path(), byName(file.content())))
                .filter(audit -> !audit.functions().isEmpty())
                .toList();
    }

    private static List<TestAudit.Function> functions(LocatedJson content) {
        List<TestAudit.Function> functions = new ArrayList<>();
        content.at("handlerCoverage").ifPresent(coverage -> {
            for (String part : List.of("withTests", "withoutTests")) {
                for (LocatedJson one : coverage.elementsAt(part)) {
                    Optional<String> name = one.textAt("name");
                    if (name.isPresent()) {
                        List<TestAudit.Test> tests = one.elementsAt("testFiles").stream()
                                .flatMap(file -> file.asText().stream())
                                .map(file -> new TestAudit.Test(file, null))
                                .toList();
                        functions.add(new TestAudit.Function(
                                name.get(), one.textAt("file").orElse(null), tests));
                    }
                }
            }
        });
        return functions;
    }

    private static List<TestAudit.Function> byName(LocatedJson content) {
        List<TestAudit.Function> functions = new ArrayList<>();
        for (Map.Entry<String, LocatedJson> one :
                content.entriesAt("handlerTestMap").entrySet()) {
            List<TestAudit.Test> tests = new ArrayList<>();
            if (one.getValue() instanceof LocatedJson.Arr list) {
                for (LocatedJson test : list.elements()) {
                    test.textAt("testFile").ifPresent(file -> tests.add(new TestAudit.Test(file, null)));
                }
            }
            if (!tests.isEmpty()) {
                functions.add(new TestAudit.Function(one.getKey(), null, tests));
            }
        }
        return functions;
    }
}
