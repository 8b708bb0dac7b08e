/// The way from bytes to facts: sources, layouts, the journal, vocabularies and the assembler.
module dev.backbeat.ingest {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires com.github.luben.zstd_jni;
    requires java.xml;
    requires tools.jackson.core;

    exports dev.backbeat.ingest;
    exports dev.backbeat.ingest.assembly;
    exports dev.backbeat.ingest.claims;
    exports dev.backbeat.ingest.claims.loganalysis;
    exports dev.backbeat.ingest.claims.loganalysismarkdown;
    exports dev.backbeat.ingest.claims.telemetryaudit;
    exports dev.backbeat.ingest.claims.telemetrydiagnostics;
    exports dev.backbeat.ingest.claims.telemetryframes;
    exports dev.backbeat.ingest.decoding;
    exports dev.backbeat.ingest.decoding.xes;
    exports dev.backbeat.ingest.identity;
    exports dev.backbeat.ingest.journal;
    exports dev.backbeat.ingest.layout;
    exports dev.backbeat.ingest.layout.conductorconsole;
    exports dev.backbeat.ingest.layout.conductorrecorder;
    exports dev.backbeat.ingest.layout.xes;
    exports dev.backbeat.ingest.matching;
    exports dev.backbeat.ingest.redaction;
    exports dev.backbeat.ingest.source;
    exports dev.backbeat.ingest.stage;
    exports dev.backbeat.ingest.vocabulary.conductor;
    exports dev.backbeat.ingest.vocabulary.xes;
}
