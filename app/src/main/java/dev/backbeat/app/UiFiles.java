package dev.backbeat.app;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What `ui/` was built to, as resources of its jar.
final class UiFiles {

    private static final String FOLDER = "/dev/backbeat/ui/";

    private UiFiles() {}

    /// The script of reports.
    static String reportScript() {
        return text("report.js");
    }

    /// The style sheet of reports.
    static String reportStyle() {
        return text("report.css");
    }

    private static String text(String name) {
        try (InputStream in = UiFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw BackbeatException.withHint(
                        ErrorCode.INTERNAL,
                        "`%s` is not in this build".formatted(name),
                        "build anew; `ui/target/web` has to hold it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "`%s` can't be read".formatted(name))
                    .causedBy(e);
        }
    }
}
