package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.model.Time;
import java.nio.file.Path;
import java.util.List;

/// Settings as requests.
final class Requests {

    static final int TOP = 10;

    private Requests() {}

    static AnalyzeRequest of(Path folder, List<String> paths, Settings settings) {
        return new AnalyzeRequest(
                folder,
                paths,
                settings.format(),
                BuildRules.of(settings.builds()),
                settings.code(),
                settings.coverage(),
                settings.redaction(),
                settings.gapMillis() * Time.NANOS_PER_MILLI,
                TOP);
    }
}
