package dev.backbeat.app;

import com.microsoft.playwright.Page;

/// A page of the dashboard that has been told all that it asked for.
final class Settled {

    private static final int MOST_MILLIS = 30_000;

    private Settled() {}

    static void await(Page page) {
        page.waitForFunction(
                "() => document.querySelector('main h1') && !document.querySelector('.waiting')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(MOST_MILLIS));
    }
}
