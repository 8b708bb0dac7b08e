package dev.backbeat.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine.
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String MISSING =
            "found no Chromium (looked for %s on the PATH, then asked Playwright for one); install one, for example Debian's `chromium`, or name it with BACKBEAT_CHROMIUM"
                    .formatted(NAMES);

    /// How long a page may take to show what is asserted, also on a machine that does other work.
    private static final double ASSERTION_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        executable().ifPresentOrElse(options::setExecutablePath, Chromium::fetch);
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(options);
    }

    /// Gets Playwright's own, where it is not there. Fails where that can't be had: a page that nobody
    /// looked at is not known to work.
    private static void fetch() {
        boolean fetched = false;
        try {
            ProcessBuilder install =
                    Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
            install.command().addAll(List.of("install", "chromium"));
            install.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            fetched = install.start().waitFor() == 0;
        } catch (IOException e) {
            throw new AssertionError(MISSING, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!fetched) {
            throw new AssertionError(MISSING);
        }
    }

    private static Optional<Path> executable() {
        String given = System.getenv("BACKBEAT_CHROMIUM");
        Stream<Path> places = given != null
                ? Stream.of(Path.of(given))
                : Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return places.filter(Files::isExecutable).findFirst();
    }

    /// A page of its own that shows a file, and what went wrong on it.
    Visit visit(Path file, int width, int height, ColorScheme colours) {
        return visit(file.toUri().toString(), width, height, colours);
    }

    /// The same of an address; nothing but what lies below it may be asked for.
    Visit visit(String address, int width, int height, ColorScheme colours) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours));
        Page page = context.newPage();
        List<String> trouble = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                trouble.add(message.text());
            }
        });
        page.onPageError(trouble::add);
        page.onDialog(dialog -> {
            trouble.add("a dialog says " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                trouble.add("asks for " + request.url());
            }
        });
        page.navigate(address);
        return new Visit(context, page, trouble);
    }

    /// @param trouble errors, warnings, dialogs, and requests for anything but the file itself
    record Visit(BrowserContext context, Page page, List<String> trouble) implements AutoCloseable {

        private static final String SHOTS = System.getProperty("backbeat.shots");

        /// A picture of what is seen, where `-Dbackbeat.shots=<folder>` wants any.
        void shot(String name) {
            if (SHOTS != null) {
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SHOTS, name + ".png")));
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
