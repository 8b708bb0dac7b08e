/// The code behind the telemetry: symbols, documented sequences, manifests, history.
module dev.backbeat.code {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires java.xml;
    requires org.eclipse.jgit;
    requires tools.jackson.databind;

    exports dev.backbeat.code;
    exports dev.backbeat.code.catalog;
    exports dev.backbeat.code.catalog.conductor;
    exports dev.backbeat.code.coverage;
    exports dev.backbeat.code.coverage.cobertura;
    exports dev.backbeat.code.coverage.istanbul;
    exports dev.backbeat.code.coverage.jacoco;
    exports dev.backbeat.code.coverage.lcov;
    exports dev.backbeat.code.history;
    exports dev.backbeat.code.index;
    exports dev.backbeat.code.json;
    exports dev.backbeat.code.module;
    exports dev.backbeat.code.reach;
    exports dev.backbeat.code.tree;
}
