package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The dashboard of a server that has nothing at first: it follows what is sent, whatever that is.
@Isolated("it waits for what a busy processor delays")
class ServedPageTest {

    private static final String HOSTILE =
            "[2026-11-22T23:59:59.000Z] ERROR <script>alert(1)</script><img src=x onerror=alert(2)> ‮evil\n";
    private static final String LONG = "N".repeat(400);

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @TempDir
    Path folder;

    private Serving serving;
    private Chromium chromium;

    @BeforeEach
    void serve() {
        serving = Serving.of(folder);
        chromium = new Chromium();
    }

    @AfterEach
    void end() {
        chromium.close();
        serving.close();
    }

    private static String session() throws IOException {
        return Files.readString(Pages.root().resolve("samples/storefront/sessions/browse-and-buy.log"));
    }

    @Test
    void linesThatAreSentAreOnThePageSoonAndItStaysWhereItWas() throws IOException, InterruptedException {
        String session = session();
        int half = session.indexOf("\n[", session.length() / 2) + 1;
        try (Chromium.Visit visit = chromium.visit(serving.base(), 1280, 900, ColorScheme.LIGHT)) {
            Page page = visit.page();
            assertThat(page.locator("main")).containsText("Nothing is in the store yet");
            assertThat(page.locator("main")).containsText("/api/ingest?source=shop");
            Axe.check(page);
            visit.shot("dashboard-empty-light-1280");
            serving.post(session.substring(0, half));
            assertThat(page.locator(".ledger-line")).containsText("executions", SOON);
            assertThat(page.locator(".ledger-line")).containsText("no code is known");
            page.navigate(serving.base() + "executions?order=oldest");
            Locator rows = page.locator("main tbody tr");
            assertThat(rows.first()).isVisible();
            String before = page.locator("main header .aside").innerText();
            page.locator("input.filter").fill("completed");
            page.setViewportSize(1280, 260);
            page.evaluate("scrollTo(0, 80)");
            serving.post(session.substring(half));
            assertThat(page.locator("main header .aside"))
                    .not()
                    .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(page.locator("input.filter")).hasValue("completed");
            assertThat(((Number) page.evaluate("scrollY")).intValue()).isEqualTo(80);
            assertThat(page.locator(".live")).hasText(Pattern.compile("live, \\d+\\.\\d s behind"));
            assertThat(visit.trouble()).isEmpty();
        }
    }

    @Test
    void whatALogSaysIsShownAndNotObeyed() throws IOException, InterruptedException {
        serving.post(session().replace("Catalog Search", "<b onclick=alert(3)>‮Search " + LONG) + HOSTILE);
        try (Chromium.Visit visit = chromium.visit(serving.base(), 1280, 900, ColorScheme.DARK)) {
            Page page = visit.page();
            assertThat(page.locator(".ledger-line")).containsText("executions", SOON);
            for (String where : new String[] {"", "sequences", "executions", "performance", "findings", "ledger"}) {
                page.navigate(serving.base() + where);
                Settled.await(page);
                assertThat(page.locator("script")).hasCount(1);
                assertThat(page.locator("img")).hasCount(0);
                assertThat(page.locator("b[onclick]")).hasCount(0);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("`/%s` is not wider than the screen", where)
                        .isTrue();
                visit.shot("dashboard-hostile-%s-dark-1280".formatted(where.isEmpty() ? "home" : where));
            }
            page.navigate(serving.base() + "sequences");
            assertThat(page.locator("main table")).containsText("<b onclick=alert(3)>\\u202eSearch");
            Axe.check(page);
            assertThat(visit.trouble()).isEmpty();
        }
    }

    @Test
    void aServerThatIsGoneIsSaid() throws IOException, InterruptedException {
        serving.post(session());
        try (Chromium.Visit visit = chromium.visit(serving.base(), 1280, 900, ColorScheme.LIGHT)) {
            Page page = visit.page();
            assertThat(page.locator(".ledger-line")).containsText("executions", SOON);
            serving.server().close();
            assertThat(page.locator("p.gone")).containsText("The server does not answer", SOON);
            assertThat(page.locator(".live")).containsText("trying again");
            assertThat(page.locator(".ledger-line")).containsText("executions");
            page.keyboard().press("g");
            page.keyboard().press("e");
            assertThat(page.locator("main [role=alert]")).not().hasCount(0);
            visit.shot("dashboard-gone-light-1280");
        }
    }

    @Test
    void theReportIsStillThere() throws IOException, InterruptedException {
        serving.post(session());
        try (Chromium.Visit visit = chromium.visit(serving.base(), 1280, 900, ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.navigate(serving.base() + "report");
            assertThat(page.locator("nav.answers")).containsText("Profile", SOON);
            Axe.check(page);
            assertThat(visit.trouble()).isEmpty();
        }
    }
}
