package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.store.View;
import dev.backbeat.store.ViewColumn;
import dev.backbeat.store.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Pages of reference that are generated from the code are what the code says. `-Dbackbeat.golden=write`
/// writes them anew.
class ReferenceTest {

    @Test
    void thePageOfTheViewsIsWhatTheViewsSay() throws IOException {
        Path page = Tree.top().resolve("docs/reference/views.md");
        String generated = views();
        if ("write".equals(System.getProperty("backbeat.golden"))) {
            Files.writeString(page, generated);
        }

        assertThat(generated).contains("## executions", "## handler_runs", "## ledger");
        assertThat(page).as("run with -Dbackbeat.golden=write to write it anew").hasContent(generated.strip());
    }

    private static String views() {
        StringBuilder out = new StringBuilder();
        out.append("# Views\n\n");
        out.append("The store's public face: ask them with `backbeat query \"<sql>\"`. This page is generated from the\n");
        out.append("comments of the views themselves. Times are epoch nanoseconds, durations nanoseconds; `NULL`\n");
        out.append("means that the log does not say.\n");
        for (View view : Views.all()) {
            out.append("\n## ").append(view.name()).append("\n\n");
            out.append(view.description()).append("\n\n| column | type | unit | meaning |\n|---|---|---|---|\n");
            for (ViewColumn column : view.columns()) {
                out.append("| `").append(column.name()).append("` | ");
                out.append(column.type()).append(" | ").append(column.unit()).append(" | ");
                out.append(column.description().replace("|", "\\|")).append(" |\n");
            }
        }
        return out.toString();
    }
}
