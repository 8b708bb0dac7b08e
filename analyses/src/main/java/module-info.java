/// The questions Backbeat answers, one package each, all of one shape.
module dev.backbeat.analysis {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires transitive dev.backbeat.store;

    exports dev.backbeat.analysis;
    exports dev.backbeat.analysis.profile;
}
