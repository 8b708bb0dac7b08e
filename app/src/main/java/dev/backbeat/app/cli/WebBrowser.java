package dev.backbeat.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The browser of whoever sits before the screen.
final class WebBrowser {

    private static final int SOON_SECONDS = 3;

    private WebBrowser() {}

    /// Asks the desktop to show an address.
    ///
    /// @param system the name of the operating system, as the property `os.name` has it
    /// @return whether there is a desktop that took it
    static boolean open(String address, Map<String, String> environment, String system) {
        List<String> command = command(address, environment, system);
        if (command.isEmpty()) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(SOON_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What opens an address there, nothing where no desktop is known.
    static List<String> command(String address, Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", address);
        }
        if (name.contains("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open", address) : List.of();
    }
}
