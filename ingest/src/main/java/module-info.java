/// The way from bytes to facts: sources, layouts, the journal, vocabularies and the assembler.
module dev.backbeat.ingest {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires com.github.luben.zstd_jni;

    exports dev.backbeat.ingest;
    exports dev.backbeat.ingest.assembly;
    exports dev.backbeat.ingest.identity;
    exports dev.backbeat.ingest.journal;
    exports dev.backbeat.ingest.layout;
    exports dev.backbeat.ingest.layout.conductorconsole;
    exports dev.backbeat.ingest.layout.conductorrecorder;
    exports dev.backbeat.ingest.matching;
    exports dev.backbeat.ingest.redaction;
    exports dev.backbeat.ingest.source;
    exports dev.backbeat.ingest.stage;
    exports dev.backbeat.ingest.vocabulary.conductor;
}
