package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dashboard over the bundled sample with its code and its coverage, walked through as a person would.
class DashboardTest {

    private static final String HANDLER =
            "handler?of=CheckoutPlugin&in=checkout-place-order-symphony&name=authorizePayment";
    private static final String SEQUENCE = "sequence?id=shipping-book-parcel-symphony";

    @TempDir
    static Path folder;

    private static Serving serving;
    private static Chromium chromium;
    private Chromium.Visit visit;

    @BeforeAll
    static void serve() {
        new Pages(folder).run("demo");
        serving = Serving.of(folder.resolve(".backbeat-demo/store"));
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        serving.close();
    }

    @AfterEach
    void nothingWentWrong() {
        if (visit != null) {
            assertThat(visit.trouble()).isEmpty();
            visit.close();
        }
    }

    private Page open(String where) {
        return open(where, 1280, ColorScheme.LIGHT);
    }

    private Page open(String where, int width, ColorScheme colours) {
        visit = chromium.visit(serving.base(), width, 1000, colours);
        visit.page().navigate(serving.base() + where);
        Settled.await(visit.page());
        return visit.page();
    }

    static Stream<String> pages() {
        return Stream.of(
                "",
                "timeline",
                "sessions",
                "executions",
                "performance",
                "sequences",
                "findings",
                "conformance",
                "coverage",
                "ledger",
                HANDLER,
                SEQUENCE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsForEverybody(String where) {
        String name = where.isEmpty() ? "home" : where.replaceAll("\\?.*", "");
        Page page = open(where);
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (int width : List.of(1280, 2560)) {
                page.setViewportSize(width, 1000);
                Settled.await(page);
                visit.shot("dashboard-%s-%s-%d".formatted(name, colours.name().toLowerCase(Locale.ROOT), width));
                Axe.check(page);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                assertThat(page.locator("section.failed, p.gone")).hasCount(0);
            }
        }
    }

    @Test
    void theHomePageLeadsToWhatIsWrong() {
        Page page = open("");
        assertThat(page.locator(".ledger-line")).containsText("mapped to code");
        Locator first = page.locator(".findings li").first();
        assertThat(first).containsText("insureParcel");
        first.locator(".severity a").click();
        assertThat(page).hasURL(Pattern.compile("/findings\\?finding=CONF001-"));
        assertThat(page.locator(".one-finding")).containsText("What CONF001 means");
        assertThat(page.locator(".one-finding .marked")).containsText("insureParcel");
        page.locator(".segments button.warning").click();
        assertThat(page).hasURL(Pattern.compile("severity=warning"));
        assertThat(page.locator(".findings.list li.error")).hasCount(0);
        page.goBack();
        assertThat(page).hasURL(serving.base());
        assertThat(page.locator("h1")).hasText("What should I look at?");
    }

    @Test
    void aCountLeadsToAsManyExecutions() {
        Page page = open("");
        Locator door = page.locator(".findings li").first().locator(".times a");
        String seen = door.textContent().replaceAll("\\D", "");
        door.click();
        assertThat(page).hasURL(Pattern.compile("/executions\\?like="));
        assertThat(page.locator("tbody tr")).hasCount(Integer.parseInt(seen));
        assertThat(page.locator(".filters button")).containsText("that did the same as");
        Axe.check(page);
        page.locator(".filters button").click();
        assertThat(page).not().hasURL(Pattern.compile("like="));
    }

    @Test
    void flamesAreLookedAtCloserWithTheKeyboardAlone() {
        Page page = open("performance");
        Locator flames = page.locator(".exhibit.tree");
        Locator way = flames.locator(".flame-way");
        assertThat(way).hasText("all");
        flames.locator(".flame-box[tabindex='0']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(way).hasText(Pattern.compile("all › .+"));
        assertThat(flames.locator(".flame-detail")).containsText("of its own");
        page.keyboard().press("Escape");
        assertThat(way).hasText("all");
        flames.getByText("left heavy").click();
        flames.locator("input").fill("reserveStock");
        assertThat(flames.locator(".flame-note")).containsText("1 found");
        flames.getByText("sandwich").click();
        assertThat(flames.locator(".flame")).hasCount(2);
        // Scrolled, the head of the page would hide a half of some link.
        page.evaluate("scrollTo(0, 0)");
        Axe.check(page);
    }

    @Test
    void theTimelineIsSavedForOtherViewers() {
        Page page = open("timeline");
        Download trace =
                page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText("for Perfetto"))
                        .click());
        assertThat(trace.suggestedFilename()).isEqualTo("backbeat-timeline.trace.json");
        Download speedscope =
                page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText("for speedscope"))
                        .click());
        assertThat(speedscope.suggestedFilename()).isEqualTo("backbeat-timeline.speedscope.json");
    }

    @Test
    void theScoreShowsDeviationsAtTheirBeat() {
        Page page = open("conformance");
        assertThat(page.locator(".movement")).hasText(new String[] {"Pack", "Quotes", "Book"});
        assertThat(page.locator(".score-beat")).hasCount(7);
        Locator rows = page.locator(".score-row[data-row]");
        assertThat(rows).hasCount(6);
        for (Locator row : rows.all()) {
            assertThat(row.locator("[role=cell]").nth(5)).hasClass(Pattern.compile("missing"));
            assertThat(row.locator("[role=cell]").nth(5)).containsText("documented, did not run");
        }
        page.locator(".pick select").selectOption("cart-add-item-symphony");
        assertThat(page).hasURL(Pattern.compile("score=cart-add-item-symphony"));
        assertThat(page.locator(".score h2")).hasText("Score: Cart Add Item");
        page.locator(".score-row[data-row] a").first().click();
        assertThat(page).hasURL(Pattern.compile("/execution\\?id=[0-9a-f]{16}"));
    }

    @Test
    void aNumberLeadsToExecutionsToRawLinesToTheSourceLineAndOut() {
        Page page = open(HANDLER);
        assertThat(page.locator("main .listing").first()).containsText("export async function authorizePayment");
        for (String title : List.of(
                "Runs over time",
                "Own time over time",
                "How long a run takes",
                "errors of it",
                "state it writes",
                "tests that reach it",
                "which function it is, and why",
                "Findings about it",
                "executions with it")) {
            assertThat(page.locator("main h2", new Page.LocatorOptions().setHasText(title)))
                    .hasCount(1);
        }
        assertThat(page.locator(".chart canvas")).hasCount(3);
        page.locator("main section", new Page.LocatorOptions().setHasText("errors of it"))
                .locator("tbody a")
                .first()
                .click();
        assertThat(page.locator(".peek")).containsText("raw lines, redacted");
        assertThat(page.locator(".peek table")).containsText("authorizePayment");
        Axe.check(page);
        visit.shot("dashboard-raw-light-1280");
        page.keyboard().press("Escape");
        assertThat(page.locator(".peek")).hasCount(0);
        assertThat(page).hasURL(serving.base() + HANDLER);
        page.locator(".facts a", new Page.LocatorOptions().setHasText("src/place-order.js"))
                .click();
        assertThat(page.locator(".peek .marked")).containsText("authorizePayment");
        assertThat(page.locator(".peek .ways a").first())
                .hasAttribute("href", Pattern.compile("^vscode://file/.*/plugins/checkout/src/place-order\\.js:\\d+$"));
        assertThat(page.locator(".peek .ways a").nth(1)).hasAttribute("href", Pattern.compile("^idea://open\\?file="));
        page.goBack();
        assertThat(page.locator(".peek")).hasCount(0);
        page.locator("main section", new Page.LocatorOptions().setHasText("executions with it"))
                .locator("tbody a")
                .first()
                .click();
        assertThat(page.locator("main h1")).hasText("Checkout Place Order");
        assertThat(page.locator("main table")).containsText("authorizePayment");
    }

    @Test
    void theScopeHoldsAcrossPagesAndInTheAddress() {
        Page page = open("performance");
        page.locator(".scope-chip", new Page.LocatorOptions().setHasText("sequence"))
                .locator("select")
                .selectOption("cart-add-item-symphony");
        assertThat(page).hasURL(Pattern.compile("/performance\\?sequence=cart-add-item-symphony"));
        Settled.await(page);
        assertThat(page.locator(".heat-rows li", new Page.LocatorOptions().setHasText("Checkout")))
                .hasCount(0);
        assertThat(page.locator(".heat-rows li").first()).containsText("CartPlugin");
        page.keyboard().press("g");
        page.keyboard().press("e");
        assertThat(page).hasURL(Pattern.compile("/executions\\?sequence=cart-add-item-symphony"));
        assertThat(page.locator("main tbody tr").first()).containsText("Cart Add Item");
        page.locator(".scope-chip > button").click();
        page.locator(".scope-times button", new Page.LocatorOptions().setHasText("last 5 minutes"))
                .click();
        assertThat(page).hasURL(Pattern.compile("from=2026-"));
        page.reload();
        Settled.await(page);
        assertThat(page.locator(".scope-chip.set")).hasCount(2);
        page.locator(".clear").click();
        assertThat(page).hasURL(serving.base() + "executions");
    }

    @Test
    void anythingIsFoundByItsNameAndReachedByKeys() {
        Page page = open("");
        page.keyboard().press("/");
        page.keyboard().type("authorize");
        assertThat(page.locator("#hits [role=option]").first()).containsText("authorizePayment");
        visit.shot("dashboard-search-light-1280");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("authorizePayment");
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("next and previous row");
        Axe.check(page);
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.keyboard().press("g");
        page.keyboard().press("f");
        assertThat(page.locator(".findings.list li.chosen")).hasCount(1);
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator(".findings.list li").nth(1).locator("a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".findings.list li").nth(1)).hasClass(Pattern.compile("chosen"));
    }

    @Test
    void executionsAreFilteredAndTurned() {
        Page page = open("executions");
        assertThat(page.locator(".pager")).containsText("1 – 50 of 2");
        page.locator(".pager a", new Page.LocatorOptions().setHasText("next")).click();
        assertThat(page.locator(".pager")).containsText("51 – 100 of 2");
        page.locator(".filters select").first().selectOption("completed_with_failures");
        assertThat(page).hasURL(Pattern.compile("status=completed_with_failures"));
        assertThat(page.locator("main tbody tr").first()).containsText("completed with failures");
    }

    @Test
    void theThemeIsChosenAndKept() {
        Page page = open("coverage");
        assertThat(page.locator(".scatter-field a")).not().hasCount(0);
        Locator colours = page.locator("button[aria-label^=colours]");
        colours.click();
        colours.click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void nothingButSourcesOfKnownCheckoutsIsServed() throws IOException, InterruptedException {
        String ask = "api/source?checkout=storefront&path=";
        assertThat(serving.ask(ask + "plugins/checkout/src/place-order.js").statusCode())
                .isEqualTo(200);
        for (String path : List.of(
                ".git/config",
                "plugins/../.git/config",
                "plugins/../../../../etc/passwd",
                "..%2Fstore%2Fcode%2Fx.json",
                "%2Fetc%2Fhosts.json",
                "README.md",
                "plugins/checkout/src")) {
            assertThat(serving.ask(ask + path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(serving.ask("api/source?checkout=other&path=package.json").statusCode())
                .isEqualTo(404);
        assertThat(serving.ask("assets/../report.js").statusCode()).isIn(400, 404);
        assertThat(serving.ask("assets/manifest.json").statusCode()).isEqualTo(404);
        assertThat(serving.ask("nowhere").statusCode()).isEqualTo(404);
    }
}
