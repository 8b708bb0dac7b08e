package dev.backbeat.app;

import dev.backbeat.analysis.profile.ProfileAnalysis;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.ingest.Format;
import dev.backbeat.app.ingest.Formats;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.output.json.JsonOutput;
import dev.backbeat.output.terminal.TerminalOutput;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.util.List;

/// The implementations that Backbeat is put together from: the only class that names them.
final class Catalog {

    private Catalog() {}

    static Parts parts() {
        Vocabulary conductor = new ConductorVocabulary();
        return new Parts(
                new Formats(List.of(
                        new Format(new ConductorConsoleLayout(), conductor),
                        new Format(new ConductorRecorderLayout(), conductor))),
                (folder, writing) -> DuckDbStore.open(folder, writing ? OpenMode.READ_WRITE : OpenMode.READ),
                List.of(new ProfileAnalysis()),
                List.of(new TerminalOutput(), new JsonOutput()));
    }
}
