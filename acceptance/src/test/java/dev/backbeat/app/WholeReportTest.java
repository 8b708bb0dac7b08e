package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Report;
import dev.backbeat.model.Severity;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of every answer, walked through as a person would.
class WholeReportTest {

    @TempDir
    static Path folder;

    private static Path report;
    private static Path empty;
    private static Chromium chromium;
    private Chromium.Visit visit;

    @BeforeAll
    static void makeReports() {
        Pages pages = new Pages(folder);
        Path sample = Pages.root().resolve("samples/storefront");
        pages.run("analyze", sample.resolve("sessions").toString(), "--code", sample.toString());
        pages.run("report");
        report = folder.resolve("backbeat-report.html");
        pages.run("analyze", sample.resolve("sessions/hung.log").toString(), "--store", "empty");
        pages.run("forget", "1", "--store", "empty");
        pages.run("report", "--store", "empty", "--to", "empty.html");
        empty = folder.resolve("empty.html");
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

    private Page open(Path file, int width, int height, ColorScheme colours) {
        visit = chromium.visit(file, width, height, colours);
        return visit.page();
    }

    @Test
    void itBeginsWithWhatToLookAtFirst() {
        Page page = open(report, 1280, 900, ColorScheme.LIGHT);
        Locator first = page.locator("main .findings li").first();
        assertThat(first).containsText("EXEC001");
        assertThat(first).hasClass("error");
        assertThat(page.locator("nav.answers a[aria-current]")).hasText("Look first");
        assertThat(page.locator("nav.answers")).containsText("Profile");
        assertThat(page.locator("main")).containsText("no report of another tool is in the store");
        visit.shot("report-light-1280");
        first.locator("a.from").click();
        assertThat(page).hasURL(Pattern.compile("#/in/contradictions$"));
        assertThat(page.locator("h2.question")).isFocused();
    }

    @Test
    void aDetailOpensBesideItsAnswerAndGoingBackClosesIt() {
        Page page = open(report, 1280, 900, ColorScheme.DARK);
        page.locator("nav.answers a", new Page.LocatorOptions().setHasText("Profile"))
                .click();
        assertThat(page.locator("h2.question")).hasText("where does production time go?");
        visit.shot("report-profile-dark-1280");
        page.locator("main td a").first().click();
        assertThat(page).hasURL(Pattern.compile("#/in/profile/handler/"));
        String address = page.url();
        assertThat(page.locator(".panel")).containsText("slowest runs");
        assertThat(page.locator(".panel nav a").first()).hasText("profile");
        assertThat(page.locator(".panel .listing .marked")).hasCount(1);
        visit.shot("report-handler-dark-1280");
        page.reload();
        assertThat(page.locator(".panel")).containsText("slowest runs");
        assertThat(page.locator("h2.question")).hasText("where does production time go?");
        page.locator(".panel tbody a[href*=execution]").first().click();
        assertThat(page.locator(".panel nav li")).hasCount(3);
        page.goBack();
        assertThat(page).hasURL(address);
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("#/in/profile$"));
        page.navigate(report.toUri() + "#/in/nothing");
        page.reload();
        assertThat(page.locator("nav.answers a[aria-current]")).hasText("Look first");
    }

    @Test
    void aFindingLeadsToItsSource() {
        Page page = open(report, 1280, 900, ColorScheme.LIGHT);
        page.locator("main .findings li .evidence a[href*=code]").first().click();
        assertThat(page.locator(".panel .listing .marked")).hasCount(1);
        visit.shot("report-source-light-1280");
    }

    @Test
    void keysTurnToTheNextAnswerAndThePreviousOne() {
        Page page = open(report, 2560, 1300, ColorScheme.LIGHT);
        visit.shot("report-light-2560");
        page.keyboard().press("n");
        assertThat(page).hasURL(Pattern.compile("#/in/contradictions$"));
        page.keyboard().press("n");
        assertThat(page).hasURL(Pattern.compile("#/in/profile$"));
        visit.shot("report-profile-light-2560");
        page.keyboard().press("/");
        page.keyboard().type("n");
        assertThat(page).hasURL(Pattern.compile("#/in/profile$"));
        page.locator("h2.question").click();
        page.keyboard().press("Escape");
        page.locator("input.filter").first().evaluate("field => field.blur()");
        page.keyboard().press("p");
        page.keyboard().press("p");
        page.keyboard().press("p");
        assertThat(page.locator("nav.answers a[aria-current]")).hasText("Look first");
    }

    @Test
    void nothingIsCutOffAtTheSide() {
        for (int width : List.of(1280, 2560)) {
            Page page = open(report, width, 900, ColorScheme.LIGHT);
            for (String part : List.of("profile", "map", "sessions", "ledger")) {
                page.navigate(report.toUri() + "#/in/" + part);
                assertThat(page.locator("nav.answers a[aria-current]"))
                        .hasText(Pattern.compile("^" + part, Pattern.CASE_INSENSITIVE));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(part + " at " + width)
                        .isEqualTo(true);
            }
            if (width == 1280) {
                nothingWentWrong();
            }
        }
    }

    @Test
    void everybodyCanUseIt() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(report, 1280, 900, colours);
            Axe.check(page);
            page.keyboard().press("n");
            page.keyboard().press("n");
            assertThat(page.locator("h2.question")).isFocused();
            Axe.check(page);
            if (colours == ColorScheme.LIGHT) {
                nothingWentWrong();
            }
        }
    }

    @Test
    void aNarrowScreenHasTheWayOnTop() {
        Page page = open(report, 480, 900, ColorScheme.LIGHT);
        visit.shot("report-light-480");
        page.locator("nav.answers a", new Page.LocatorOptions().setHasText("Profile"))
                .click();
        assertThat(page.locator("h2.question")).hasText("where does production time go?");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void anEmptyStoreIsExplained() {
        Page page = open(empty, 1280, 900, ColorScheme.DARK);
        assertThat(page.locator("main")).containsText("nothing is in the store yet");
        assertThat(page.locator("main")).containsText("what is not there, and why");
        assertThat(page.locator("nav.answers a")).hasCount(1);
        Axe.check(page);
        visit.shot("report-empty-dark-1280");
    }

    @Test
    void hostileTextIsText() throws IOException {
        String hostile =
                "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e <a href=https://x.example>";
        Exhibit findings = new Exhibit.Findings(
                hostile, List.of(new Finding("X1", Severity.ERROR, hostile, 1, List.of(), hostile)), List.of(), "");
        Report whole = new Report(
                "report",
                hostile,
                List.of(findings),
                List.of(
                        new Report.Part("a/b " + hostile, hostile, List.of(findings), ""),
                        new Report.Part("absent", hostile, List.of(), hostile)),
                List.of());
        Path file = folder.resolve("hostile-report.html");
        try (Writer target = Files.newBufferedWriter(file)) {
            Catalog.html().write(whole, Screen.none(), target);
        }
        Page page = open(file, 1280, 900, ColorScheme.LIGHT);
        page.keyboard().press("n");
        assertThat(page.locator("h2.question")).containsText("<img src=x onerror=alert(2)>\\u202e");
        assertThat(page.locator("nav.answers a[aria-current]").first())
                .containsText("A/b " + hostile.substring(0, 9).toLowerCase(Locale.ROOT));
        assertThat(page.locator("img, iframe, a[href^=http]")).hasCount(0);
        visit.shot("report-hostile-light-1280");
    }
}
