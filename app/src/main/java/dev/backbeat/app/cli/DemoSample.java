package dev.backbeat.app.cli;

import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.code.history.Bundle;
import dev.backbeat.code.json.InvalidJsonException;
import dev.backbeat.code.json.LocatedJson;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bundled sample: recorded sessions of a small web shop, and the history of its code.
final class DemoSample {

    private static final String FOLDER = "samples/storefront";
    /// The session that the first commit ran; all others ran the second.
    private static final String FIRST_BUILD = "build-v1.log";

    private final Path folder;

    private DemoSample(Path folder) {
        this.folder = folder;
    }

    /// The sample of an installation.
    ///
    /// @throws BackbeatException `INPUT` when it is not there
    static DemoSample of(@Nullable Path home) {
        Path folder = home == null ? null : home.resolve(FOLDER);
        if (folder == null || !Files.isDirectory(folder.resolve("sessions"))) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "the bundled sample is not there",
                    "start Backbeat with `./backbeat` from a whole checkout");
        }
        return new DemoSample(folder);
    }

    /// The recorded logs.
    List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sessions"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    /// What its tests cover.
    Path coverage() {
        return folder.resolve("coverage/lcov.info");
    }

    /// Which build each session ran.
    BuildRules builds() throws IOException {
        List<String> rules = new ArrayList<>();
        try {
            LocatedJson commits = LocatedJson.read(Files.readAllBytes(folder.resolve("history/commits.json")));
            commits.textAt("v1").ifPresent(commit -> rules.add("v1@" + commit + "=" + FIRST_BUILD));
            commits.textAt("v2").ifPresent(commit -> rules.add("v2@" + commit));
        } catch (InvalidJsonException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`history/commits.json` of the bundled sample is no JSON: " + e.getMessage(),
                            "restore the file from version control")
                    .causedBy(e);
        }
        return BuildRules.of(rules);
    }

    /// A checkout of its code, made where it is not there yet.
    ///
    /// @param within the folder that it is made in
    Path checkout(Path within) {
        Path checkout = within.resolve("storefront");
        Bundle.checkOut(folder.resolve("storefront.bundle"), checkout);
        return checkout;
    }
}
