package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports of any answer: hostile, empty, large, with a heatmap.
class AnyReportTest {

    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
            + "<!--\u2028\u202eevil <a href=https://example.org>x</a> &amp; \u001b[31m";

    private static final long MILLI = Time.NANOS_PER_MILLI;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private Chromium.Visit visit;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(visit.trouble()).isEmpty();
        visit.close();
    }

    private Page open(Answer answer, int width, ColorScheme colours) {
        visit = chromium.visit(new Pages(folder).page(answer), width, 900, colours);
        return visit.page();
    }

    @Test
    void hostileTextIsText() {
        Reference execution = new Reference.ToExecution(new ExecutionId(1));
        List<Exhibit> exhibits = List.of(
                new Exhibit.Summary(HOSTILE, List.of(new Exhibit.Summary.Fact(HOSTILE, Cell.text(HOSTILE)))),
                Exhibit.Table.of(
                        HOSTILE,
                        List.of(Exhibit.Column.text(HOSTILE).noted(HOSTILE), Exhibit.Column.line("line")),
                        List.of(List.of(Cell.code(HOSTILE).to(execution), Cell.code(HOSTILE))),
                        ""),
                new Exhibit.Findings(
                        HOSTILE,
                        List.of(new Finding("X1", Severity.ERROR, HOSTILE, 1, List.of(execution), HOSTILE)),
                        List.of(),
                        ""),
                new Exhibit.Matrix(
                        HOSTILE,
                        List.of(Cell.code(HOSTILE)),
                        List.of(Cell.text(HOSTILE)),
                        List.of(1L),
                        Exhibit.Matrix.Quantity.COUNT,
                        ""),
                new Exhibit.Document(
                        HOSTILE,
                        List.of(
                                new Block.Paragraph(HOSTILE),
                                new Block.Listing("log", HOSTILE, 1, 1, List.of(HOSTILE)))));
        Answer.Detail detail = new Answer.Detail(execution, HOSTILE, exhibits);
        Page page = open(new Answer("hostile", HOSTILE, exhibits, List.of(detail)), 1280, ColorScheme.LIGHT);
        assertThat(page.locator("h1")).containsText("<img src=x onerror=alert(2)><!--\\u2028\\u202eevil");
        page.locator("td a").first().click();
        assertThat(page.locator(".panel h2").first()).containsText("</script><script>alert(1)");
        assertThat(page.locator("img, iframe, a[href*=example]")).hasCount(0);
        assertThat(page.locator("script")).hasCount(2);
        visit.shot("hostile-light-1280");
    }

    @Test
    void emptyIsExplained() {
        List<Exhibit> exhibits = List.of(
                Exhibit.Table.of(
                        "executions", List.of(), List.of(), "no execution is like that; see `backbeat sessions`"),
                new Exhibit.Findings(
                        "reported as completed, and yet",
                        List.of(),
                        List.of(new Exhibit.Findings.Checked("EXEC001", 961)),
                        "none of the 961 completed executions holds a handler that failed"),
                new Exhibit.Matrix(
                        "when it was slow",
                        List.of(),
                        List.of(),
                        List.of(),
                        Exhibit.Matrix.Quantity.DURATION,
                        "nothing has a duration"));
        Page page = open(Answer.of("empty", "what is there?", exhibits), 1280, ColorScheme.DARK);
        assertThat(page.locator("main")).containsText("no execution is like that; see backbeat sessions");
        assertThat(page.locator("main")).containsText("EXEC001 961 times");
        assertThat(page.locator("main")).containsText("nothing has a duration");
        Axe.check(page);
        visit.shot("empty-dark-1280");
    }

    @Test
    void aLargeTableStaysFluid() {
        Page page = open(large(100_000), 1280, ColorScheme.LIGHT);
        Locator rows = page.locator("tbody tr:not(.space)");
        assertThat(rows.count()).isBetween(20, 150);
        assertThat(page.locator(".aside").first()).hasText("100,000 rows");
        visit.shot("large-light-1280");
        page.evaluate("document.querySelector('.scroll').scrollTop = 1e9");
        assertThat(page.locator("tbody")).containsText("handler99999");
        page.locator("th button", new Page.LocatorOptions().setHasText("took")).click();
        page.evaluate("document.querySelector('.scroll').scrollTop = 0");
        assertThat(rows.first()).containsText("100 ms");
        page.locator("input.filter").fill("handler4242 ");
        assertThat(page.locator("[role=status]").first()).hasText("11 of 100,000");
        assertThat(rows).hasCount(11);
        page.locator("input.filter").fill("");
        Axe.check(page);
    }

    @Test
    void aHeatmapIsReadByPointerKeysAndAsATable() {
        Page page = open(heat(), 1280, ColorScheme.DARK);
        Locator canvas = page.locator("canvas");
        canvas.hover(new Locator.HoverOptions().setPosition(200, 30));
        assertThat(page.locator(".tip")).containsText("ms");
        visit.shot("heat-dark-1280");
        page.mouse().move(5, 700);
        assertThat(page.locator(".tip")).hasCount(0);
        canvas.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".matrix [role=status]")).hasText("6.00 ms, 2026-11-22T20:02:30.000Z, Cart.handler0");
        page.locator("button", new Page.LocatorOptions().setHasText("own normal"))
                .click();
        visit.shot("heat-rows-dark-1280");
        Axe.check(page);
        canvas.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel")).containsText("behind it");
        page.keyboard().press("Escape");
        page.locator("button", new Page.LocatorOptions().setHasText("as a table"))
                .click();
        assertThat(page.locator("tbody tr").first()).containsText("Cart.handler0");
        Axe.check(page);
    }

    private static Answer large(int size) {
        List<List<Cell>> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(List.of(
                    Cell.code("CatalogPlugin.handler" + i),
                    Cell.text(i % 7 == 0 ? "completed with failures" : "completed"),
                    Cell.instant(1_795_377_600_000L * MILLI + i * MILLI),
                    Cell.count(i % 1000),
                    i % 13 == 0 ? Cell.unknown() : Cell.duration((i * 7919L % 100 + 1) * MILLI),
                    Cell.share(i % 100, 1000),
                    Cell.change(1000, 1000 + i % 300),
                    Cell.spark(List.of(1L, (long) i % 9, 4L, 2L))));
        }
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("handler"),
                Exhibit.Column.text("outcome"),
                Exhibit.Column.text("began"),
                Exhibit.Column.number("runs"),
                Exhibit.Column.number("took").noted("from its call to its end, without what it waited for"),
                Exhibit.Column.number("share"),
                Exhibit.Column.number("change").noted("(this build - the one before) / the one before"),
                Exhibit.Column.text("by hour"));
        return Answer.of("large", "which are all the runs?", List.of(Exhibit.Table.of("runs", columns, rows, "none")));
    }

    private static Answer heat() {
        int columns = 48;
        List<Cell> rows = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        List<Answer.Detail> details = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            Reference handler = new Reference.ToHandler(new HandlerKey("Cart", "cart", "handler" + row));
            rows.add(Cell.code("Cart.handler" + row).to(handler));
            details.add(new Answer.Detail(
                    handler,
                    "Cart.handler" + row,
                    List.of(new Exhibit.Document("", List.of(new Block.Paragraph("behind it"))))));
            for (int column = 0; column < columns; column++) {
                boolean slow = row == 3 && column > 20 && column < 30;
                values.add(
                        (row * 5 + column * 3) % 17 == 1
                                ? Time.UNKNOWN
                                : (slow ? 40 : 1) * (3L + 2 * row + (row * 31L + column * 17L) % 7) * MILLI);
            }
        }
        List<Cell> times = LongStream.range(0, columns)
                .mapToObj(i -> Cell.instant(1_795_377_600_000L * MILLI + i * 150_000 * MILLI))
                .toList();
        Exhibit matrix = new Exhibit.Matrix(
                "what was slow, and when: p95 by handler and 2½ minutes",
                rows,
                times,
                values,
                Exhibit.Matrix.Quantity.DURATION,
                "");
        Exhibit figures = new Exhibit.Summary(
                "",
                List.of(
                        new Exhibit.Summary.Fact("executions", Cell.count(961)),
                        new Exhibit.Summary.Fact("handler runs", Cell.count(2214)),
                        new Exhibit.Summary.Fact("mapped to code", Cell.share(996, 1000)),
                        new Exhibit.Summary.Fact("rejected", Cell.count(0)),
                        new Exhibit.Summary.Fact("own time", Cell.duration(74_100 * MILLI))));
        List<List<Cell>> counts = IntStream.range(0, 3)
                .mapToObj(i -> List.of(Cell.code("v" + i), Cell.count(i)))
                .toList();
        Exhibit table = Exhibit.Table.of(
                "builds", List.of(Exhibit.Column.text("build"), Exhibit.Column.number("runs")), counts, "");
        return new Answer("heat", "what became slow, and when?", List.of(figures, matrix, table), details);
    }
}
