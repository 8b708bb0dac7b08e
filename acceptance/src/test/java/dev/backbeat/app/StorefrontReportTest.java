package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report of the bundled sample, walked through as a person would.
class StorefrontReportTest {

    private static final Pattern RAW = Pattern.compile("#/place/\\d+:\\d+$");

    @TempDir
    static Path folder;

    private static Path report;
    private static Chromium chromium;
    private Chromium.Visit visit;

    @BeforeAll
    static void makeReport() {
        Pages pages = new Pages(folder);
        Path sessions = Pages.root().resolve("samples/storefront/sessions");
        String said = pages.run("analyze", sessions.toString(), "--output", "html");
        report = folder.resolve("backbeat-analyze.html");
        assertThat(said).contains("wrote `" + report + "`");
        assertThat(report).exists();
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

    private Page open(int width, int height, ColorScheme colours) {
        visit = chromium.visit(report, width, height, colours);
        return visit.page();
    }

    @Test
    void tablesAreSortedAndFiltered() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        visit.shot("analyze-light-1280");
        Locator table = handlers(page);
        table.locator("th button", new Locator.LocatorOptions().setHasText("max"))
                .press("Enter");
        assertThat(table.locator("th[aria-sort=descending]")).hasText(Pattern.compile("max"));
        List<String> sorted = table.locator("tbody tr td:first-child").allTextContents();
        table.locator("th button", new Locator.LocatorOptions().setHasText("max"))
                .click();
        assertThat(table.locator("tbody tr td:first-child").allTextContents())
                .containsExactlyElementsOf(sorted.reversed());
        page.keyboard().press("Escape");
        table.locator("input.filter").fill("shipping lines");
        assertThat(table.locator("tbody tr")).hasCount(1);
        assertThat(table.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .hasText("1 of 10");
    }

    @Test
    void aHandlerLeadsToItsExecutionsAndTheseToRawLines() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        handlers(page).locator("tbody a").first().click();
        Locator step = page.locator(".panel .detail:not([hidden])");
        assertThat(step.locator("h2").first()).isFocused();
        assertThat(step).containsText("slowest runs");
        visit.shot("handler-light-1280");
        String handler = page.url();
        step.locator("section", new Locator.LocatorOptions().setHasText("slowest runs"))
                .locator("tbody a[href*=execution]")
                .first()
                .click();
        assertThat(step).containsText("what happened");
        visit.shot("execution-light-1280");
        String execution = page.url();
        step.locator("tbody a[href*=place]").first().click();
        assertThat(page).hasURL(RAW);
        assertThat(step.locator(".listing .marked")).hasCount(1);
        visit.shot("raw-light-1280");
        page.goBack();
        assertThat(page).hasURL(execution);
        assertThat(step).containsText("what happened");
        page.goBack();
        assertThat(page).hasURL(handler);
        page.goForward();
        assertThat(page).hasURL(execution);
        assertThat(page.locator(".panel nav li")).hasCount(3);
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(handlers(page).locator("tbody a").first()).isFocused();
    }

    @Test
    void anAddressOpensWhatItNames() {
        Page page = open(1280, 900, ColorScheme.DARK);
        String address = handlers(page).locator("tbody a").first().getAttribute("href");
        page.navigate(report.toUri() + address);
        page.reload();
        assertThat(page.locator(".panel .detail")).containsText("slowest runs");
        page.navigate(report.toUri() + "#/execution/0000000000000000");
        assertThat(page.locator(".panel")).containsText("this page holds nothing at this address");
    }

    @Test
    void theKeyboardReachesEverything() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        page.keyboard().press("/");
        assertThat(page.locator("input.filter").first()).isFocused();
        for (int tabs = 0;
                tabs < 12 && !Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('td a')"));
                tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel")).hasCount(1);
    }

    @Test
    void coloursFollowTheSystemOrTheReader() {
        Page page = open(2560, 1300, ColorScheme.DARK);
        visit.shot("analyze-dark-2560");
        Locator body = page.locator("body");
        assertThat(body).hasCSS("background-color", "rgb(15, 18, 22)");
        page.locator("button.theme").click();
        assertThat(body).hasCSS("background-color", "rgb(246, 247, 249)");
        page.reload();
        assertThat(page.locator("button.theme")).hasText("colours: light");
        visit.shot("analyze-light-2560");
        handlers(page).locator("tbody a").first().click();
        assertThat(page.locator(".panel")).hasCount(1);
        visit.shot("handler-light-2560");
    }

    @Test
    void everybodyCanUseIt() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(1280, 900, colours);
            Axe.check(page);
            handlers(page).locator("tbody a").first().click();
            page.locator(".panel tbody a[href*=execution]").first().click();
            assertThat(page.locator(".panel .detail:not([hidden])")).containsText("what happened");
            visit.shot("execution-" + colours.name().toLowerCase(java.util.Locale.ROOT) + "-1280");
            Axe.check(page);
            page.locator(".panel .detail:not([hidden]) tbody a[href*=place]")
                    .first()
                    .click();
            assertThat(page.locator(".listing .marked")).hasCount(1);
            Axe.check(page);
            if (colours == ColorScheme.LIGHT) {
                nothingWentWrong();
            }
        }
    }

    private static Locator handlers(Page page) {
        return page.locator("main section", new Page.LocatorOptions().setHasText("bottlenecks by handler"));
    }
}
