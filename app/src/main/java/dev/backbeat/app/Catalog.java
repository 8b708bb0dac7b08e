package dev.backbeat.app;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.conformance.ConformanceAnalysis;
import dev.backbeat.analysis.profile.ProfileAnalysis;
import dev.backbeat.app.engine.CodeReaders;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.ingest.Format;
import dev.backbeat.app.ingest.Formats;
import dev.backbeat.code.Language;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.treesitter.language.java.JavaLanguage;
import dev.backbeat.code.treesitter.language.javascript.JavaScriptLanguage;
import dev.backbeat.code.treesitter.language.typescript.TypeScriptLanguage;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.loganalysis.LogAnalysisJson;
import dev.backbeat.ingest.claims.loganalysismarkdown.LogAnalysisMarkdown;
import dev.backbeat.ingest.claims.telemetryaudit.TelemetryAudit;
import dev.backbeat.ingest.claims.telemetrydiagnostics.TelemetryDiagnostics;
import dev.backbeat.ingest.claims.telemetryframes.TelemetryFrames;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.output.html.Bundle;
import dev.backbeat.output.html.HtmlOutput;
import dev.backbeat.output.json.JsonOutput;
import dev.backbeat.output.terminal.TerminalOutput;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.util.List;

/// The implementations that Backbeat is put together from: the only class that names them.
final class Catalog {

    private Catalog() {}

    /// What the analyses are, without making any.
    static List<AnalysisSpec<?>> specs() {
        return List.of(ProfileAnalysis.SPEC, ConformanceAnalysis.SPEC);
    }

    private static List<Language> languages() {
        return List.of(new TypeScriptLanguage(), new JavaScriptLanguage(), new JavaLanguage());
    }

    private static List<ReportFormat> reports() {
        return List.of(
                new TelemetryDiagnostics(),
                new LogAnalysisJson(),
                new LogAnalysisMarkdown(),
                new TelemetryAudit(),
                new TelemetryFrames());
    }

    static Parts parts() {
        Vocabulary conductor = new ConductorVocabulary();
        return new Parts(
                new Formats(
                        List.of(
                                new Format(new ConductorConsoleLayout(), conductor),
                                new Format(new ConductorRecorderLayout(), conductor)),
                        reports()),
                (folder, writing) -> DuckDbStore.open(folder, writing ? OpenMode.READ_WRITE : OpenMode.READ),
                List.of(new ProfileAnalysis(), new ConformanceAnalysis()),
                List.of(
                        new TerminalOutput(),
                        new JsonOutput(),
                        new HtmlOutput(() -> new Bundle(UiFiles.reportScript(), UiFiles.reportStyle()))),
                new CodeReaders(Catalog::languages, List.of(new ConductorDocuments())));
    }
}
