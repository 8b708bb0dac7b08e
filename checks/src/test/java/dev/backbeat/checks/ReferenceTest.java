package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.Main;
import dev.backbeat.app.cli.CommandLines;
import dev.backbeat.app.cli.Shell;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.output.Screen;
import dev.backbeat.store.View;
import dev.backbeat.store.ViewColumn;
import dev.backbeat.store.Views;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pages of reference that are generated from the code are what the code says. `-Dbackbeat.golden=write`
/// writes them anew.
class ReferenceTest {

    private static final String GENERATED = "<!-- generated -->\n";

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

    @Test
    void thePageOfTheCommandLineIsWhatItsHelpSays() throws IOException {
        Path page = Tree.top().resolve("docs/reference/cli.md");
        String known = Files.readString(page);
        String prose = known.substring(0, known.indexOf(GENERATED) + GENERATED.length());
        String generated = prose + verbs();
        if ("write".equals(System.getProperty("backbeat.golden"))) {
            Files.writeString(page, generated);
        }

        assertThat(generated).contains("### analyze", "### ledger", "Usage: backbeat raw");
        assertThat(page).as("run with -Dbackbeat.golden=write to write it anew").hasContent(generated.strip());
    }

    @Test
    void thePageOfHttpIsWhatTheServerSays() throws IOException {
        Path page = Tree.top().resolve("docs/reference/http.md");
        String generated = http(JsonMapper.builder().build().readTree(Main.openApi()));
        if ("write".equals(System.getProperty("backbeat.golden"))) {
            Files.writeString(page, generated);
        }

        assertThat(generated).contains("### GET /api/analyses/profile", "### POST /api/ingest", "`sequence`");
        assertThat(page).as("run with -Dbackbeat.golden=write to write it anew").hasContent(generated.strip());
    }

    private static String http(JsonNode document) {
        StringBuilder out = new StringBuilder("""
                # HTTP

                What `backbeat serve` answers and takes. This page is generated from `/api/openapi.json`, the document for
                programs. Answers have the [published schema](answer.schema.json) of `--output json`, except where an object
                is said. Trouble is `{"code", "message", "hint"}` with a status that fits. Answers carry an `ETag` that
                changes with the store. A request with `Cache-Control: max-stale` may get an earlier answer, with its `Age`.
                """);
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    out.append("\n### %s %s\n\n%s.\n"
                            .formatted(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue().get("summary").asString()));
                    JsonNode parameters = operation.getValue().path("parameters");
                    if (!parameters.isEmpty()) {
                        out.append("\n| parameter | type | default | meaning |\n|---|---|---|---|\n");
                    }
                    for (JsonNode parameter : parameters) {
                        JsonNode schema = parameter.get("schema");
                        out.append("| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        parameter.get("name").asString(),
                                        schema.has("items")
                                                ? "several"
                                                : schema.get("type").asString(),
                                        schema.path("default").asString("").replace("|", "\\|"),
                                        parameter.get("description").asString().replace("|", "\\|")));
                    }
                }));
        return out.toString();
    }

    private static String verbs() {
        StringBuilder out = new StringBuilder();
        Pattern listed = Pattern.compile("(?m)^  ([a-z]+)  ");
        Matcher verb = listed.matcher(help());
        while (verb.find()) {
            String name = verb.group(1);
            String text = help(name).stripTrailing();
            section(out, name, text);
            Matcher part = listed.matcher(text.contains("Commands:") ? text : "");
            while (part.find()) {
                section(
                        out,
                        name + " " + part.group(1),
                        help(name, part.group(1)).stripTrailing());
            }
        }
        return out.toString();
    }

    private static void section(StringBuilder out, String name, String text) {
        out.append("\n### ").append(name).append("\n\n```\n").append(text).append("\n```\n");
    }

    private static String help(String... verb) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        Path nowhere = Path.of("").toAbsolutePath();
        Shell shell = new Shell(
                nowhere, Map.of(), InputStream.nullInputStream(), out, out, new Screen(100, false), false, false, null);
        List<String> arguments =
                Stream.concat(Stream.of(verb), Stream.of("--help")).toList();
        CommandLines.run(shell, ReferenceTest::none, Main.analyses(), arguments.toArray(String[]::new));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Parts none() {
        throw new AssertionError("the help needs no parts");
    }

    private static String views() {
        StringBuilder out = new StringBuilder();
        out.append("# Views\n\n");
        out.append(
                "The store's public face: ask them with `backbeat query \"<sql>\"`. This page is generated from the\n");
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
