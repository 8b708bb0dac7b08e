package dev.backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WebBrowserTest {

    private static final String PAGE = "http://127.0.0.1:4711/";

    @Test
    void theDesktopOfTheSystemIsAsked() {
        assertThat(WebBrowser.command(PAGE, Map.of("DISPLAY", ":0"), "Linux")).containsExactly("xdg-open", PAGE);
        assertThat(WebBrowser.command(PAGE, Map.of("WAYLAND_DISPLAY", "w"), "Linux"))
                .containsExactly("xdg-open", PAGE);
        assertThat(WebBrowser.command(PAGE, Map.of(), "Mac OS X")).containsExactly("open", PAGE);
        assertThat(WebBrowser.command(PAGE, Map.of(), "Windows 11")).endsWith(PAGE);
    }

    @Test
    void withoutADesktopNothingIsTried() {
        assertThat(WebBrowser.command(PAGE, Map.of(), "Linux")).isEmpty();
        assertThat(WebBrowser.open(PAGE, Map.of(), "Linux")).isFalse();
    }
}
