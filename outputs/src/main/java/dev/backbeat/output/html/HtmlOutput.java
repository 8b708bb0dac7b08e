package dev.backbeat.output.html;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Report;
import dev.backbeat.output.AnswerJson;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Supplier;

/// The output `html`: a page in one file.
public final class HtmlOutput implements Output {

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'"
                    + "%3E%3Cpath d='M3 16V4M8 16V8M13 16V2M18 16v-5' stroke='%230b62c4' stroke-width='2.6'"
                    + " stroke-linecap='round'/%3E%3C/svg%3E";

    private final AnswerJson json = AnswerJson.forPages();
    private final Supplier<Bundle> bundle;

    /// @param bundle gives what the page is made of; asked for each page
    public HtmlOutput(Supplier<Bundle> bundle) {
        this.bundle = bundle;
    }

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String description() {
        return "a page in one file, which leads from figures to raw lines";
    }

    @Override
    public Optional<String> fileEnding() {
        return Optional.of("html");
    }

    @Override
    public boolean showsDetails() {
        return true;
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        String title = answer.question().isEmpty() ? answer.id() : answer.question();
        page(title, data -> json.write(answer, data), target);
    }

    @Override
    public void write(Report report, Screen screen, Appendable target) throws IOException {
        page(report.question(), data -> json.write(report, data), target);
    }

    private void page(String title, Data data, Appendable target) throws IOException {
        Bundle parts = bundle.get();
        target.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy(parts))
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append("<meta name=\"generator\" content=\"Backbeat\">\n<title>")
                .append(text("Backbeat: " + title))
                .append("</title>\n<link rel=\"icon\" href=\"")
                .append(ICON)
                .append("\">\n<style>")
                .append(parts.style())
                .append("</style>\n</head>\n<body>\n<div id=\"page\"><noscript>This page draws its figures with ")
                .append("JavaScript, which is switched off here.</noscript></div>\n")
                .append("<script type=\"application/json\" id=\"answer\">");
        data.write(new ScriptDataWriter(target));
        target.append("</script>\n<script>").append(parts.script()).append("</script>\n</body>\n</html>\n");
    }

    /// Nothing but the script and the style sheet of this page, and no network at all.
    private static String policy(Bundle parts) {
        return "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(Bundle.hash(parts.script()), Bundle.hash(parts.style()));
    }

    private static String text(String text) {
        return Visible.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @FunctionalInterface
    private interface Data {
        void write(Writer target) throws IOException;
    }
}
