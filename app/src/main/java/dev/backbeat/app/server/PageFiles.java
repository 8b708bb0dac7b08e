package dev.backbeat.app.server;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.output.AnswerJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The dashboard and the report, their scripts, style sheets and data, each of its own, so that nothing has to stand in
/// a page.
final class PageFiles {

    private static final int TOP = 20;
    private static final String UTF8 = "; charset=utf-8";

    /// The pages of the dashboard; which of them is shown its script sees in the address.
    private static final Set<String> PAGES = Set.of(
            "timeline",
            "sessions",
            "executions",
            "performance",
            "sequences",
            "findings",
            "conformance",
            "coverage",
            "session",
            "execution",
            "handler",
            "sequence",
            "ledger",
            "raw",
            "source");

    private static final String DASHBOARD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Backbeat">
            <title>Backbeat</title>
            <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
            {tags}
            </head>
            <body>
            <div id="page"><noscript>This page draws its figures with JavaScript, which is switched off here.</noscript></div>
            </body>
            </html>
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Backbeat">
            <title>Backbeat: what is worth knowing about these logs?</title>
            <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/page/report.css">
            </head>
            <body>
            <div id="page"><noscript>This page draws its figures with JavaScript, which is switched off here.</noscript></div>
            <div id="answer" data-from="/page/report.json" data-changes="/api/events" hidden></div>
            <script src="/page/report.js"></script>
            </body>
            </html>
            """;

    private static final String ICON =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><path d='M3 16V4M8 16V8M13 16V2M18 16v-5'"
                    + " stroke='#0b62c4' stroke-width='2.6' stroke-linecap='round'/></svg>\n";

    private final Engine engine;
    private final Answers answers;
    private final BuiltPages built = new BuiltPages();
    private final AnswerJson json = AnswerJson.forPages();

    PageFiles(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    List<Endpoint> endpoints() {
        Reply dashboard = page("text/html", DASHBOARD.replace("{tags}", built.tags()));
        return List.of(
                file("/", "the dashboard, which follows changes", dashboard),
                file("/report", "every answer on one page, which follows changes", page("text/html", PAGE)),
                file("/page/report.js", "its script", page("text/javascript", BuiltPages.report("report.js"))),
                file("/page/report.css", "its style sheet", page("text/css", BuiltPages.report("report.css"))),
                file("/page/icon.svg", "the icon", page("image/svg+xml", ICON)),
                Endpoint.object(
                        "/page/report.json",
                        "the data of the report: every answer, with what lies behind",
                        List.of(),
                        new Stored(answers, asked -> data())),
                named(
                        "/assets/{file}",
                        "the scripts and style sheets of the dashboard",
                        "file",
                        "main.js",
                        built::asset,
                        exchange -> Optional.empty()),
                named(
                        "/{page}",
                        "a page of the dashboard: " + String.join(", ", new TreeSet<>(PAGES)),
                        "page",
                        "findings",
                        name -> PAGES.contains(name) ? Optional.of(dashboard) : Optional.empty(),
                        noSuchPage(dashboard)));
    }

    private static Endpoint named(
            String path,
            String summary,
            String place,
            String example,
            Function<String, Optional<Reply>> find,
            Function<Exchange, Optional<Reply>> missing) {
        Parameter parameter = Parameter.path(place, "string", "which", example);
        return new Endpoint(
                "GET",
                path,
                summary,
                List.of(parameter),
                Endpoint.Shape.PAGE,
                Endpoint.Body.NONE,
                false,
                false,
                exchange -> {
                    String name = exchange.asked().place(place);
                    return exchange.reply(find.apply(name)
                            .or(() -> missing.apply(exchange))
                            .orElseGet(() -> Reply.notFound(path.replace("{" + place + "}", name))));
                });
    }

    /// A person who mistyped an address is told so by the dashboard, beside the pages that there are.
    private static Function<Exchange, Optional<Reply>> noSuchPage(Reply dashboard) {
        Reply missing = new Reply(404, dashboard.type(), dashboard.body(), dashboard.headers());
        return exchange -> exchange.header("accept").contains("text/html") ? Optional.of(missing) : Optional.empty();
    }

    private static Endpoint file(String path, String summary, Reply reply) {
        return Endpoint.other(path, summary, Endpoint.Shape.PAGE, false, exchange -> exchange.reply(reply));
    }

    private static Reply page(String type, String text) {
        return Reply.text(type + UTF8, text).with("cache-control", "no-cache");
    }

    private Reply data() {
        StringWriter text = new StringWriter();
        try {
            json.write(engine.detailed(engine.report(TOP)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.json(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
