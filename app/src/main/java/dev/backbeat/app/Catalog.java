package dev.backbeat.app;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.conformance.ConformanceAnalysis;
import dev.backbeat.analysis.conformance.LearnedFlows;
import dev.backbeat.analysis.coverage.CoverageAnalysis;
import dev.backbeat.analysis.profile.ProfileAnalysis;
import dev.backbeat.analysis.timeline.TimelineAnalysis;
import dev.backbeat.app.engine.CodeReaders;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.engine.StoreEngine;
import dev.backbeat.app.ingest.Format;
import dev.backbeat.app.ingest.Formats;
import dev.backbeat.code.Language;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.coverage.cobertura.CoberturaReader;
import dev.backbeat.code.coverage.istanbul.IstanbulReader;
import dev.backbeat.code.coverage.jacoco.JacocoReader;
import dev.backbeat.code.coverage.lcov.LcovReader;
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
import dev.backbeat.ingest.decoding.xes.XesDecoding;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.ingest.layout.xes.XesLayout;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.ingest.vocabulary.xes.XesVocabulary;
import dev.backbeat.output.Output;
import dev.backbeat.output.chrometrace.ChromeTraceOutput;
import dev.backbeat.output.csv.CsvOutput;
import dev.backbeat.output.dot.DotOutput;
import dev.backbeat.output.html.Bundle;
import dev.backbeat.output.html.HtmlOutput;
import dev.backbeat.output.json.JsonOutput;
import dev.backbeat.output.junit.JunitOutput;
import dev.backbeat.output.lcov.LcovOutput;
import dev.backbeat.output.markdown.MarkdownOutput;
import dev.backbeat.output.sarif.SarifOutput;
import dev.backbeat.output.speedscope.SpeedscopeOutput;
import dev.backbeat.output.terminal.TerminalOutput;
import dev.backbeat.output.xes.XesOutput;
import dev.backbeat.store.Store;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The implementations that Backbeat is put together from: the only class that names them.
final class Catalog {

    private Catalog() {}

    /// What the analyses are, without making any.
    static List<AnalysisSpec<?>> specs() {
        return List.of(ProfileAnalysis.SPEC, ConformanceAnalysis.SPEC, CoverageAnalysis.SPEC, TimelineAnalysis.SPEC);
    }

    private static List<Language> languages() {
        return List.of(new TypeScriptLanguage(), new JavaScriptLanguage(), new JavaLanguage());
    }

    private static List<Output> outputs(RuleFiles rules) {
        String version = Objects.requireNonNullElse(Catalog.class.getPackage().getImplementationVersion(), "");
        return List.of(
                new TerminalOutput(),
                new JsonOutput(),
                html(),
                new MarkdownOutput(rules),
                new CsvOutput(),
                new SarifOutput(rules, version),
                new JunitOutput(rules),
                new LcovOutput(),
                new DotOutput(),
                new XesOutput(),
                new ChromeTraceOutput(),
                new SpeedscopeOutput());
    }

    /// Pages, with the script and the style that `ui/` was built to.
    static HtmlOutput html() {
        return new HtmlOutput(() -> new Bundle(UiFiles.reportScript(), UiFiles.reportStyle()));
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
        return parts(Map.of());
    }

    /// @param environment the environment's variables
    static Parts parts(Map<String, String> environment) {
        Vocabulary conductor = new ConductorVocabulary();
        return new Parts(
                new Formats(
                        List.of(
                                new Format(new ConductorConsoleLayout(), conductor),
                                new Format(new ConductorRecorderLayout(), conductor),
                                new Format(new XesLayout(), new XesVocabulary(), new XesDecoding())),
                        reports()),
                new EmbeddedEngine(),
                List.of(
                        new ProfileAnalysis(),
                        new ConformanceAnalysis(),
                        new CoverageAnalysis(),
                        new TimelineAnalysis()),
                outputs(new RuleFiles(environment.getOrDefault("BACKBEAT_RULE_PAGES", ""))),
                new CodeReaders(
                        Catalog::languages,
                        List.of(new ConductorDocuments()),
                        List.of(new LcovReader(), new IstanbulReader(), new JacocoReader(), new CoberturaReader())),
                new LearnedFlows());
    }

    /// Stores of the embedded engine.
    private static final class EmbeddedEngine implements StoreEngine {

        @Override
        public Store open(Path folder, boolean writing) {
            return DuckDbStore.open(folder, writing ? OpenMode.READ_WRITE : OpenMode.READ);
        }

        @Override
        public Store openEarlier(Path folder) {
            return DuckDbStore.open(folder, OpenMode.READ_EARLIER);
        }
    }
}
