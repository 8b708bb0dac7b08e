package dev.backbeat.app.server;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.output.AnswerJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The page, its script, its style sheet and its data, each of its own, so that nothing has to stand in the page.
final class PageFiles {

    private static final int TOP = 20;
    private static final String UTF8 = "; charset=utf-8";

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
    private final AnswerJson json = AnswerJson.forPages();

    PageFiles(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                file("/", "the page with every answer, which follows changes", "text/html", PAGE),
                file("/page/report.js", "its script", "text/javascript", built("report.js")),
                file("/page/report.css", "its style sheet", "text/css", built("report.css")),
                file("/page/icon.svg", "its icon", "image/svg+xml", ICON),
                Endpoint.object(
                        "/page/report.json",
                        "its data: every answer, with what lies behind",
                        List.of(),
                        exchange -> answers.stored(exchange, asked -> data())));
    }

    private static Endpoint file(String path, String summary, String type, String text) {
        return Endpoint.other(
                path,
                summary,
                Endpoint.Shape.PAGE,
                false,
                exchange -> exchange.reply(Reply.text(type + UTF8, text).with("cache-control", "no-cache")));
    }

    /// What `ui/` was built to.
    private static String built(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/dev/backbeat/ui/" + name)) {
            if (in == null) {
                throw BackbeatException.withHint(
                        ErrorCode.INTERNAL,
                        "`%s` is not in this build".formatted(name),
                        "build anew; `ui/target/web` has to hold it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "`%s` can't be read".formatted(name))
                    .causedBy(e);
        }
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
