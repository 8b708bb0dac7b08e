package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether everybody can use a page, as far as axe-core can tell: WCAG 2.2 A and AA, contrast among them.
final class Axe {

    private static final String RULES = """
            () => axe
              .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)).join('\\n'))
            """;

    private Axe() {}

    static void check(Page page) {
        Path script = Pages.root().resolve("ui/node_modules/axe-core/axe.min.js");
        assertThat(script)
                .as("axe-core comes with the build of `ui/`: delete `ui/target` and build again")
                .exists();
        try {
            page.evaluate(Files.readString(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat((String) page.evaluate(RULES)).isEmpty();
    }
}
