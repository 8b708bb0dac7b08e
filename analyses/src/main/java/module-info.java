/// The questions Backbeat answers, one package each, all of one shape.
module dev.backbeat.analysis {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires transitive dev.backbeat.store;
    requires dev.backbeat.measure;

    exports dev.backbeat.analysis;
    exports dev.backbeat.analysis.conformance;
    exports dev.backbeat.analysis.coverage;
    exports dev.backbeat.analysis.profile;
    exports dev.backbeat.analysis.timeline;
}
