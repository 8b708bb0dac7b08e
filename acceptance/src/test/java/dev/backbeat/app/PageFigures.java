package dev.backbeat.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No test: how long pages take until all of them is there, and how fluid the timeline is, over generated stores.
/// `bench/pages.sh` runs it.
class PageFigures {

    private static final List<String> PAGES = List.of(
            "",
            "timeline",
            "sessions",
            "executions",
            "performance",
            "sequences",
            "findings",
            "conformance",
            "coverage");

    private static final String STORES = System.getProperty("backbeat.stores", "");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PATIENCE_MILLIS = 300_000;

    /// Zooms in and out while it moves along, as fast as frames come.
    private static final String FLIGHT = """
            () => new Promise((done) => {
              const canvas = document.querySelector('.lanes-scroll canvas');
              const box = canvas.getBoundingClientRect();
              const frames = [];
              let last = performance.now();
              const step = () => {
                const now = performance.now();
                frames.push(now - last);
                last = now;
                const n = frames.length;
                const wheel = { bubbles: true, cancelable: true, clientX: box.left + box.width / 3, clientY: box.top + 60 };
                const zoom = Math.floor(n / 40) % 2 === 0 ? -60 : 60;
                canvas.dispatchEvent(new WheelEvent('wheel', n % 3 === 0
                  ? { ...wheel, shiftKey: true, deltaX: 25 }
                  : { ...wheel, ctrlKey: true, deltaY: zoom }));
                if (n < 241) requestAnimationFrame(step);
                else done(frames.slice(1).sort((a, b) => a - b));
              };
              requestAnimationFrame(step);
            })
            """;

    @Test
    void figures() throws IOException, InterruptedException {
        System.out.println(
                "| beat runs | page | first, ms | again, ms | frames/s, median | frames/s, slowest of 100 |");
        System.out.println("|---|---|---|---|---|---|");
        try (Stream<Path> stores = Files.list(Path.of(STORES));
                Chromium chromium = new Chromium()) {
            for (Path store : stores.filter(Files::isDirectory).sorted().toList()) {
                String size = store.getFileName().toString().replace("beats-", "");
                dashboard(chromium, size, store.resolve("store"));
                file(chromium, size, store.resolve("store"));
            }
        }
    }

    private static void dashboard(Chromium chromium, String size, Path store) throws IOException, InterruptedException {
        Process server = backbeat("serve", "--store", store.toString(), "--port", "0");
        try (BufferedReader said = server.inputReader()) {
            String base = said.readLine();
            for (String where : PAGES) {
                double first = shown(chromium, base, where, false)[0];
                double[] again = shown(chromium, base, where, where.equals("timeline"));
                row(size, "/" + where, first, again);
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
        nextServer(chromium, size, store);
    }

    /// The overview, asked of a server that just started over a store that was served before.
    private static void nextServer(Chromium chromium, String size, Path store)
            throws IOException, InterruptedException {
        Process server = backbeat("serve", "--store", store.toString(), "--port", "0");
        try (BufferedReader said = server.inputReader()) {
            String base = said.readLine();
            row(size, "/ of the next server", shown(chromium, base, "", false)[0], shown(chromium, base, "", false));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /// The timeline as one file, which asks no server.
    private static void file(Chromium chromium, String size, Path store) throws IOException, InterruptedException {
        Path page = Files.createTempFile("timeline", ".html");
        int code = backbeat("timeline", "--store", store.toString(), "--output", "html", "--to", page.toString())
                .waitFor();
        if (code == 0) {
            double first = painted(chromium, page.toUri().toString());
            row(size, "a file of %d KiB".formatted(Files.size(page) >> 10), first, flown(chromium, page));
        }
        Files.delete(page);
    }

    private static double[] flown(Chromium chromium, Path page) {
        try (Chromium.Visit visit = chromium.visit(page, 1280, 900, ColorScheme.LIGHT)) {
            visit.page().waitForSelector(".lanes-scroll canvas");
            return frames(visit.page(), -1);
        }
    }

    private static double painted(Chromium chromium, String address) {
        try (Chromium.Visit visit = chromium.visit("about:blank", 1280, 900, ColorScheme.LIGHT)) {
            long begun = System.nanoTime();
            visit.page().navigate(address);
            visit.page().waitForSelector(".lanes-scroll canvas");
            return (System.nanoTime() - begun) / NANOS_PER_MILLI;
        }
    }

    /// In a window of its own: milliseconds until all is there, and frames where it is flown over.
    private static double[] shown(Chromium chromium, String base, String where, boolean fly) {
        try (Chromium.Visit visit = chromium.visit("about:blank", 1280, 900, ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            long begun = System.nanoTime();
            page.navigate(base + where);
            page.waitForFunction(
                    "() => document.querySelector('main h1') && !document.querySelector('.waiting')",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
            double took = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            return fly ? frames(page, took) : new double[] {took};
        }
    }

    private static double[] frames(Page page, double took) {
        page.waitForSelector(".lanes-scroll canvas");
        List<?> frames = (List<?>) page.evaluate(FLIGHT);
        double middle = ((Number) frames.get(frames.size() / 2)).doubleValue();
        double slow = ((Number) frames.get(frames.size() * 99 / 100)).doubleValue();
        return new double[] {took, 1000 / middle, 1000 / slow};
    }

    private static Process backbeat(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(Pages.root().resolve("backbeat").toString()), Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void row(String size, String page, double first, double[] again) {
        String frames = again.length < 3 ? " | " : String.format(Locale.ROOT, "%.0f | %.0f", again[1], again[2]);
        String next = again[0] < 0 ? "" : String.format(Locale.ROOT, "%.0f", again[0]);
        System.out.printf(Locale.ROOT, "| %s | %s | %.0f | %s | %s |%n", size, page, first, next, frames);
    }
}
